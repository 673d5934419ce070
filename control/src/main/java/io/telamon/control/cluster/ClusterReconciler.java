package io.telamon.control.cluster;

import io.telamon.control.task.TaskHandler;
import java.time.Duration;
import java.util.Optional;

/** Moves clusters to the states that clients have asked for. Whatever it does may be done again after a crash. */
final class ClusterReconciler implements TaskHandler {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Clusters clusters;
    private final DataPlane dataPlane;
    private final Stuck stuck;

    ClusterReconciler(Clusters clusters, DataPlane dataPlane, Stuck stuck) {
        this.clusters = clusters;
        this.dataPlane = dataPlane;
        this.stuck = stuck;
    }

    @Override
    public Optional<Duration> run(String id) {
        Optional<Cluster> found = clusters.stored(id);
        if (found.isEmpty()) {
            dataPlane.discard(id);
            clusters.endTask(id);
            return Optional.empty();
        }
        Cluster cluster = found.get();
        if (stuck.holds(cluster.projectId(), cluster.name(), cluster.state().stateName())) {
            return Optional.of(LOOK_AGAIN);
        }
        if (cluster.state() instanceof ClusterState.Creating) {
            dataPlane.provision(cluster);
        }
        if (cluster.state() instanceof ClusterState.Repairing && !dataPlane.answers(cluster)) {
            return Optional.of(LOOK_AGAIN);
        }
        clusters.endStep(cluster);
        return Optional.empty();
    }
}
