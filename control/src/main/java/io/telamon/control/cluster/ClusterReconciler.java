package io.telamon.control.cluster;

import io.telamon.control.task.TaskHandler;
import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.util.Optional;

/** Moves clusters to the states that clients have asked for. Whatever it does may be done again after a crash. */
final class ClusterReconciler implements TaskHandler {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ClusterQueries queries;
    private final ClusterLifecycle lifecycle;
    private final ClusterProvisioner provisioner;
    private final Stuck stuck;

    ClusterReconciler(ClusterQueries queries, ClusterLifecycle lifecycle, ClusterProvisioner provisioner, Stuck stuck) {
        this.queries = queries;
        this.lifecycle = lifecycle;
        this.provisioner = provisioner;
        this.stuck = stuck;
    }

    @Override
    public Optional<Duration> run(String subject) {
        ClusterId id = new ClusterId(subject);
        Optional<Cluster> found = queries.stored(id);
        if (found.isEmpty()) {
            provisioner.discard(id);
            lifecycle.endTask(id);
            return Optional.empty();
        }
        Cluster cluster = found.get();
        if (stuck.holds(cluster.projectId(), cluster.name(), cluster.state().stateName())) {
            return Optional.of(LOOK_AGAIN);
        }
        if (cluster.state() instanceof ClusterState.Creating) {
            provisioner.provision(cluster);
        }
        if (cluster.state() instanceof ClusterState.Repairing && !provisioner.answers(cluster)) {
            return Optional.of(LOOK_AGAIN);
        }
        lifecycle.endStep(cluster);
        return Optional.empty();
    }
}
