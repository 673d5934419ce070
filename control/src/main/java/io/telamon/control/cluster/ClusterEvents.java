package io.telamon.control.cluster;

import io.telamon.control.api.Call;
import io.telamon.control.event.Event;
import java.util.ArrayList;
import java.util.List;

/** What is told of clusters. */
final class ClusterEvents {

    private ClusterEvents() {}

    static Event created(Cluster cluster, Call<?> call) {
        return by(call, cluster, "CLUSTER_CREATED", "SERVERLESS_INSTANCE_CREATED");
    }

    static Event changed(Cluster cluster, Call<?> call) {
        return by(call, cluster, "CLUSTER_UPDATE_SUBMITTED", "SERVERLESS_INSTANCE_UPDATE_SUBMITTED");
    }

    /** A change of the clusters API: tags are told of apart. */
    static List<Event> revised(Cluster before, Cluster after, String type, Call<?> call) {
        List<Event> events = new ArrayList<>();
        if (!before.spec().tags().equals(after.spec().tags())) {
            events.add(by(call, after, "CLUSTER_TAGS_MODIFIED", "CLUSTER_TAGS_MODIFIED"));
        }
        events.add(by(call, after, type, type));
        return events;
    }

    /** Something that a client has changed of a cluster and that needs no step. */
    static Event amended(Cluster after, String type, Call<?> call) {
        return by(call, after, type, type);
    }

    /** Something that a cluster has had for a time. */
    static Event expired(Cluster after, String type) {
        return bySystem(after, type, type);
    }

    static Event deletionAskedFor(Cluster cluster, Call<?> call) {
        return by(call, cluster, "CLUSTER_DELETE_SUBMITTED", "SERVERLESS_INSTANCE_DELETE_SUBMITTED");
    }

    /** The end of the step that the cluster was in. */
    static Event completed(Cluster cluster) {
        return switch (cluster.state()) {
            case ClusterState.Creating creating -> bySystem(cluster, "CLUSTER_READY", "SERVERLESS_INSTANCE_READY");
            case ClusterState.Repairing repairing -> bySystem(cluster, "ONE_PRIMARY", "ONE_PRIMARY");
            default -> bySystem(cluster, "CLUSTER_UPDATE_COMPLETED", "SERVERLESS_INSTANCE_UPDATE_COMPLETED");
        };
    }

    /** The engine of the cluster does not answer. */
    static Event failing(Cluster cluster) {
        return bySystem(cluster, "NO_PRIMARY", "NO_PRIMARY");
    }

    static Event deleted(Cluster cluster) {
        return bySystem(cluster, "CLUSTER_DELETED", "SERVERLESS_INSTANCE_DELETED");
    }

    /** A serverless instance has become a flex cluster. */
    static Event migrated(Cluster instance) {
        return bySystem(instance, "SERVERLESS_UPGRADE_STARTED", "SERVERLESS_UPGRADE_STARTED");
    }

    private static Event by(Call<?> call, Cluster cluster, String other, String serverless) {
        return Event.inProject(cluster.projectId(), cluster.organizationId(), call, type(cluster, other, serverless))
                .about("clusterName", cluster.name());
    }

    private static Event bySystem(Cluster cluster, String other, String serverless) {
        return Event.bySystem(cluster.projectId(), cluster.organizationId(), type(cluster, other, serverless))
                .about("clusterName", cluster.name());
    }

    private static String type(Cluster cluster, String other, String serverless) {
        return cluster.kind() == Cluster.Kind.SERVERLESS ? serverless : other;
    }
}
