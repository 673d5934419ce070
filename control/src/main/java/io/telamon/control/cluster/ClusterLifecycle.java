package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.module.ApiModules;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.Due;
import io.telamon.control.task.Task;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Moves clusters from state to state. */
final class ClusterLifecycle {

    /** The kind of tasks that move clusters. */
    static final String TASK = "cluster";

    private static final Duration RUNS_AFTER_RESUMING = Duration.ofMinutes(60);

    private final UnitsOfWork units;
    private final ClusterQueries queries;
    private final Supplier<Pace> pace;
    private final ApiModules modules;

    /**
     * The life cycle of the clusters of a store.
     *
     * @param modules remove what belongs to clusters
     */
    ClusterLifecycle(UnitsOfWork units, ClusterQueries queries, Supplier<Pace> pace, ApiModules modules) {
        this.units = units;
        this.queries = queries;
        this.pace = pace;
        this.modules = modules;
    }

    /** When a step that begins now is over. */
    Due due(Pace.Step step) {
        return pace.get().due(step, units.now());
    }

    /**
     * Refuses to pause a cluster that was resumed less than an hour ago, where steps last as long as in the cloud.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER}
     */
    void requireRested(Cluster before, Cluster after, Instant now) {
        ClusterSettings was = before.spec().settings();
        ClusterSettings is = after.spec().settings();
        if (pace.get() != Pace.CLOUD || was == null || is == null || was.paused() || !is.paused()) {
            return;
        }
        Instant resumed = was.resumedAt();
        ErrorCode.CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER.refuseIf(
                resumed != null && now.isBefore(resumed.plus(RUNS_AFTER_RESUMING)), RUNS_AFTER_RESUMING.toMinutes());
    }

    /** Begins a step, which is over at once where the pace says so. */
    Cluster begin(UnitOfWork unit, Cluster cluster, Due due) {
        if (due instanceof Due.AtOnce) {
            return finish(unit, cluster);
        }
        unit.schedule(task(cluster.id()), due);
        return cluster;
    }

    /** Writes what has changed of a cluster, and tells the gateways. */
    void replace(UnitOfWork unit, Cluster after) {
        ClusterTable.update(unit.handle(), after);
        queries.dropAfter(unit, after);
        unit.notifyClusterChanged(after.id());
    }

    /** Has the other modules take over where the nodes of a cluster are; tenants have no nodes. */
    void place(UnitOfWork unit, Cluster cluster) {
        if (cluster.kind() == Cluster.Kind.DEDICATED) {
            modules.afterClusterPlacement(unit, cluster.id());
        }
    }

    /** Removes what belongs to a cluster that ends, or becomes one of another kind. */
    void removeDependents(UnitOfWork unit, Cluster cluster) {
        modules.beforeClusterRemoval(unit, cluster.id());
    }

    /** Notes that a cluster's engine does not answer. It is looked at again and again until it does. */
    void fail(ClusterId id) {
        units.write(unit -> ClusterTable.lockById(unit.transaction(), id)
                .map(cluster -> cluster.state() instanceof ClusterState.Idle idle
                        ? repair(unit, cluster.failing(idle))
                        : cluster));
    }

    private Cluster repair(UnitOfWork unit, Cluster failing) {
        replace(unit, failing);
        unit.append(ClusterEvents.failing(failing));
        unit.schedule(task(failing.id()), new Due.AtOnce());
        return failing;
    }

    /** Ends the step that the cluster is in, if it is still as it was. */
    void endStep(Cluster seen) {
        units.write(unit -> ClusterTable.lockById(unit.transaction(), seen.id())
                .filter(cluster -> cluster.state().equals(seen.state()))
                .map(cluster -> finish(unit, cluster)));
    }

    /** Has a cluster looked at soon. */
    void scheduleTask(ClusterId id) {
        units.write(unit -> {
            unit.schedule(task(id), new Due.AtOnce());
            return id;
        });
    }

    /** Ends the task of a cluster that has nothing left to do. */
    void endTask(ClusterId id) {
        units.write(unit -> {
            unit.endTask(task(id));
            return id;
        });
    }

    private Cluster finish(UnitOfWork unit, Cluster cluster) {
        unit.endTask(task(cluster.id()));
        return switch (cluster.state()) {
            case ClusterState.Creating creating -> complete(unit, cluster, cluster.created(creating));
            case ClusterState.Updating updating -> complete(unit, cluster, cluster.updated(updating));
            case ClusterState.Deleting deleting -> remove(unit, cluster);
            case ClusterState.Idle idle -> cluster;
            case ClusterState.Repairing repairing -> complete(unit, cluster, cluster.repaired(repairing));
        };
    }

    private Cluster complete(UnitOfWork unit, Cluster before, Cluster after) {
        replace(unit, after);
        unit.append(ClusterEvents.completed(before));
        return after;
    }

    private Cluster remove(UnitOfWork unit, Cluster cluster) {
        removeDependents(unit, cluster);
        ClusterTable.delete(unit.handle(), cluster);
        queries.dropAfter(unit, cluster);
        unit.notifyClusterChanged(cluster.id());
        unit.append(ClusterEvents.deleted(cluster));
        ClusterExpiry.end(unit, cluster.id());
        unit.schedule(task(cluster.id()), new Due.AtOnce());
        return cluster;
    }

    private static Task task(ClusterId id) {
        return new Task(TASK, id.value());
    }
}
