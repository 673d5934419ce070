package io.telamon.control.module;

import io.telamon.control.api.Operations;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitOfWork;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The modules of the control plane. All are added before requests are served. Safe for use by many threads. */
public final class ApiModules {

    private final List<ApiModule> modules = new CopyOnWriteArrayList<>();

    /** Adds a module, and returns it. */
    public <M extends ApiModule> M add(M module) {
        modules.add(module);
        return module;
    }

    /**
     * Binds the handlers of all modules.
     *
     * @throws IllegalStateException as {@link Operations#serve} does
     */
    public void bind(Operations operations) {
        modules.forEach(module -> module.bind(operations));
    }

    /**
     * The handlers of all tasks, by the kind of task.
     *
     * @throws IllegalStateException when two modules have tasks of one kind
     */
    public Map<String, TaskHandler> taskHandlers() {
        return merged(ApiModule::taskHandlers);
    }

    /**
     * How much a project uses of what a limit bounds; 0 where nothing counts it.
     *
     * @throws IllegalStateException when two modules count it
     */
    public long usage(Handle handle, Limit limit, ProjectId projectId) {
        LimitUsage usage = merged(ApiModule::limitUsage).get(limit);
        return usage == null ? 0 : usage.count(handle, projectId);
    }

    /**
     * Checks and removes what there is in a project.
     *
     * @throws io.telamon.control.api.ApiException when something must be deleted by the client first
     */
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        modules.forEach(module -> module.beforeProjectDeletion(unit));
    }

    /** Tells where the nodes of a cluster on hosts of its own are. */
    public void afterClusterPlacement(UnitOfWork unit, ClusterId clusterId) {
        modules.forEach(module -> module.afterClusterPlacement(unit, clusterId));
    }

    /** Removes what belongs to a cluster. */
    public void beforeClusterRemoval(UnitOfWork unit, ClusterId clusterId) {
        modules.forEach(module -> module.beforeClusterRemoval(unit, clusterId));
    }

    /** Takes over what another node has changed of a cluster. */
    public void clusterChangedElsewhere(ClusterId clusterId) {
        modules.forEach(module -> module.clusterChangedElsewhere(clusterId));
    }

    private <K, V> Map<K, V> merged(Function<ApiModule, Map<K, V>> part) {
        Map<K, V> all = new HashMap<>();
        modules.forEach(module -> part.apply(module).forEach((key, value) -> {
            if (all.put(key, value) != null) {
                throw new IllegalStateException("two modules for " + key);
            }
        }));
        return all;
    }
}
