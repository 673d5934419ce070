package io.telamon.control.cluster;

import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ends what clusters have until a moment that the client sets, by a task for each cluster that has something of the kind. */
final class ClusterExpiry implements TaskHandler {

    /** The kind of its tasks. */
    static final String TASK = "cluster-expiry";

    private final UnitsOfWork units;
    private final ClusterLifecycle lifecycle;

    ClusterExpiry(UnitsOfWork units, ClusterLifecycle lifecycle) {
        this.units = units;
        this.lifecycle = lifecycle;
    }

    /** Schedules the task of a cluster anew, or ends it where nothing is left that ends. */
    static void reschedule(UnitOfWork unit, Cluster cluster) {
        unit.scheduleOrEnd(task(cluster.id()), of(cluster).next());
    }

    /** Ends the task of a cluster that ends. */
    static void end(UnitOfWork unit, ClusterId id) {
        unit.endTask(task(id));
    }

    @Override
    public Optional<Duration> run(String subject) {
        ClusterId id = new ClusterId(subject);
        units.write(unit -> {
            Instant now = unit.now();
            Optional<Cluster> found = ClusterTable.lockById(unit.transaction(), id);
            found.ifPresentOrElse(cluster -> expire(unit, cluster, now), () -> end(unit, id));
            return id;
        });
        return Optional.empty();
    }

    private void expire(UnitOfWork unit, Cluster before, Instant now) {
        Expiring was = of(before);
        Expiring left = was.at(now);
        Cluster after = before.expiring(left);
        if (!left.equals(was)) {
            lifecycle.replace(unit, after);
            if (was.featurePin() != null && left.featurePin() == null) {
                unit.append(ClusterEvents.expired(after, "CLUSTER_FCV_UNFIXED"));
            }
            if (was.employeeGrant() != null && left.employeeGrant() == null) {
                unit.append(ClusterEvents.expired(after, "EMPLOYEE_ACCESS_REVOKED"));
            }
        }
        reschedule(unit, after);
    }

    private static Expiring of(Cluster cluster) {
        ClusterSettings settings = cluster.spec().settings();
        return settings == null ? Expiring.NOTHING : settings.expiring();
    }

    private static Task task(ClusterId id) {
        return new Task(TASK, id.value());
    }
}
