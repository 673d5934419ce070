package io.telamon.control.cluster;

import io.telamon.gateway.model.ProjectId;

/** Whether a tester has left clusters stuck in a state. */
@FunctionalInterface
public interface Stuck {

    /** Whether the cluster has to stay in the state in which it is. */
    boolean holds(ProjectId projectId, String clusterName, String stateName);
}
