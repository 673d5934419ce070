package io.telamon.control.cluster;

import io.telamon.control.api.Json;
import io.telamon.control.api.Scopes;
import io.telamon.control.event.EventLog;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.task.Tasks;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Puts the parts of this package together. */
public final class ClusterModule {

    private final ClusterTable table;
    private final Clusters clusters;
    private final ClusterReconciler reconciler;

    public ClusterModule(
            Store store,
            Json json,
            Tasks tasks,
            EventLog events,
            Scopes scopes,
            ProjectGuard projects,
            ObjectIdGenerator ids,
            Clock clock,
            Supplier<Pace> pace,
            DataPlane dataPlane,
            Stuck stuck,
            Dependents dependents,
            ChangeNotifier notifier) {
        this.table = new ClusterTable(json);
        this.clusters = new Clusters(
                store, table, tasks, events, scopes, projects, ids, clock, pace, dependents, notifier, dataPlane);
        this.reconciler = new ClusterReconciler(clusters, dataPlane, stuck);
    }

    /** The clusters. */
    public Clusters clusters() {
        return clusters;
    }

    /** What moves them, for tasks of the kind {@link Clusters#TASK}. */
    public TaskHandler reconciler() {
        return reconciler;
    }

    /** How many clusters each of the projects has; projects without clusters are left out. */
    public Map<String, Long> counts(Handle handle, Collection<String> projectIds) {
        return projectIds.isEmpty() ? Map.of() : table.counts(handle, projectIds);
    }
}
