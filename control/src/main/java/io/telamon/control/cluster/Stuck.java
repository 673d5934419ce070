package io.telamon.control.cluster;

/** Whether a tester has left clusters stuck in a state. */
@FunctionalInterface
public interface Stuck {

    /** Whether the cluster has to stay in the state in which it is. */
    boolean holds(String projectId, String clusterName, String stateName);
}
