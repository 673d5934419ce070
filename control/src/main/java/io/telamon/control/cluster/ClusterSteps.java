package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.rehearsal.Pace;

/** Which step it is to make, change and delete a cluster, by its kind. */
final class ClusterSteps {

    private ClusterSteps() {}

    static Pace.Step creation(Cluster cluster) {
        return switch (cluster.kind()) {
            case FLEX, SERVERLESS -> Pace.Step.CREATE;
            case FREE -> Pace.Step.CREATE_FREE;
            case DEDICATED -> isSharded(cluster) ? Pace.Step.CREATE_SHARDED : Pace.Step.CREATE_DEDICATED;
        };
    }

    static Pace.Step deletion(Cluster cluster) {
        return switch (cluster.kind()) {
            case FLEX, SERVERLESS -> Pace.Step.DELETE;
            case FREE -> Pace.Step.DELETE_FREE;
            case DEDICATED -> Pace.Step.DELETE_DEDICATED;
        };
    }

    /** Nothing but tags and labels changes without the nodes, as recorded. */
    static Pace.Step revision(Cluster before, Cluster after) {
        if (before.kind() != Cluster.Kind.DEDICATED) {
            return Pace.Step.UPDATE;
        }
        ClusterSpec was = before.spec();
        boolean onlyDescribed = after.spec().describedAs(was).equals(was);
        return onlyDescribed ? Pace.Step.UPDATE_TAGS : Pace.Step.UPDATE_DEDICATED;
    }

    private static boolean isSharded(Cluster cluster) {
        Topology topology = cluster.spec().topology();
        return topology != null && topology.type() != ClusterType.REPLICASET;
    }
}
