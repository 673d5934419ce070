package io.telamon.control.module;

import io.telamon.control.api.Operations;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitOfWork;
import io.telamon.gateway.model.ClusterId;
import java.util.Map;

/** A part of the API: the operations of one kind of resource, and what the control plane must know of these resources. */
public interface ApiModule {

    /**
     * Binds handlers to the operations that the module serves.
     *
     * @throws IllegalStateException as {@link Operations#serve} does
     */
    void bind(Operations operations);

    /** The handlers of the module's tasks, by the kind of task. */
    default Map<String, TaskHandler> taskHandlers() {
        return Map.of();
    }

    /** What counts the use of limits of projects, by limit. */
    default Map<Limit, LimitUsage> limitUsage() {
        return Map.of();
    }

    /**
     * Checks and removes what the module has in a project that is about to be deleted. Rows that refer to the project go
     * with it.
     *
     * @throws io.telamon.control.api.ApiException when something must be deleted by the client first
     */
    default void beforeProjectDeletion(ProjectUnitOfWork unit) {}

    /** Takes over where the nodes of a cluster on hosts of its own are, when it is made and when clients have changed it. */
    default void afterClusterPlacement(UnitOfWork unit, ClusterId clusterId) {}

    /** Removes what the module has of a cluster that is about to be removed, or to become one of another kind. */
    default void beforeClusterRemoval(UnitOfWork unit, ClusterId clusterId) {}

    /** Takes over what another node that shares the database has changed of a cluster. */
    default void clusterChangedElsewhere(ClusterId clusterId) {}
}
