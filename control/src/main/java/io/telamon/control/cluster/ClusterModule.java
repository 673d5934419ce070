package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.module.ApiModule;
import io.telamon.control.module.ApiModules;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.thread.EssentialThreads;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The clusters, whatever API makes them, and what moves them from state to state. */
public final class ClusterModule implements ApiModule {

    private final ClusterQueries queries;
    private final ClusterLifecycle lifecycle;
    private final ClusterCommands commands;
    private final ClusterReconciler reconciler;
    private final ClusterExpiry expiry;
    private final DataPlane dataPlane;

    /**
     * The clusters of a store.
     *
     * @param stuck says which of them testers hold in their state
     * @param modules remove what belongs to clusters
     * @param limited whether projects have no more clusters than their limit says
     */
    public ClusterModule(
            UnitsOfWork units,
            Supplier<Pace> pace,
            DataPlane dataPlane,
            Stuck stuck,
            ApiModules modules,
            boolean limited) {
        this.queries = new ClusterQueries(units);
        this.lifecycle = new ClusterLifecycle(units, queries, pace, modules);
        this.commands = new ClusterCommands(units, queries, lifecycle, dataPlane, new ClusterAdmission(limited));
        this.reconciler = new ClusterReconciler(queries, lifecycle, dataPlane, stuck);
        this.expiry = new ClusterExpiry(units, lifecycle);
        this.dataPlane = dataPlane;
    }

    /** What finds clusters. */
    public ClusterQueries queries() {
        return queries;
    }

    /** What clients may do with clusters. */
    public ClusterCommands commands() {
        return commands;
    }

    /** Begins to notice clusters whose engine does not answer. */
    public EngineHealthMonitor monitor(EssentialThreads threads) {
        return EngineHealthMonitor.start(dataPlane, lifecycle, threads);
    }

    /** How many clusters each of the projects has; projects without clusters are left out. */
    public Map<ProjectId, Long> counts(Handle handle, Collection<ProjectId> projectIds) {
        return ClusterTable.counts(handle, projectIds);
    }

    private long count(Handle handle, ProjectId projectId) {
        return counts(handle, List.of(projectId)).getOrDefault(projectId, 0L);
    }

    /** Binds nothing: each API that shows clusters is a module of its own. */
    @Override
    public void bind(Operations operations) {}

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(ClusterLifecycle.TASK, reconciler, ClusterExpiry.TASK, expiry);
    }

    @Override
    public Map<Limit, LimitUsage> limitUsage() {
        return Map.of(Limit.CLUSTERS, this::count);
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS.refuseIf(count(unit.handle(), unit.projectId()) > 0);
    }

    @Override
    public void clusterChangedElsewhere(ClusterId clusterId) {
        dataPlane.synchronize(clusterId);
    }
}
