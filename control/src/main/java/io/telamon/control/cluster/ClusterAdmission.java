package io.telamon.control.cluster;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.limit.Limit;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a new cluster must be in its project: its name and its host names are free, and the limit leaves it a place. */
final class ClusterAdmission {

    /** What has its name in common with others of a project, as the first parameter of the error says. */
    static final String KINDS = "cluster or serverless instance";

    private final boolean limited;

    /**
     * The rules.
     *
     * @param limited whether the limit of clusters is enforced
     */
    ClusterAdmission(boolean limited) {
        this.limited = limited;
    }

    /**
     * Refuses a name that is taken, or that begins as that of another cluster does, as host names are made of that.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#DUPLICATE_CLUSTER_NAME},
     *     {@link ErrorCode#DUPLICATE_CLUSTER_NAME_PREFIX}
     */
    void requireFree(Handle handle, ClusterKey key) {
        List<String> alike = ClusterTable.namesWithLabel(handle, key.projectId(), ClusterNames.label(key.name()));
        ErrorCode.DUPLICATE_CLUSTER_NAME.refuseIf(alike.contains(key.name()), KINDS, key.name(), key.projectId());
        ErrorCode.DUPLICATE_CLUSTER_NAME_PREFIX.refuseIf(!alike.isEmpty(), key.name(), ClusterNames.PREFIX);
    }

    /**
     * Refuses a second free cluster of a project. One that is being deleted counts.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API}, with the reason
     *     that was reported as its parameter
     */
    void requireOnlyFreeCluster(Handle handle, ProjectId projectId, Cluster.Kind kind) {
        ErrorCode.CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API.refuseIf(
                kind == Cluster.Kind.FREE && ClusterTable.hasFreeCluster(handle, projectId),
                "This project has reached the limit for the number of free clusters");
    }

    /**
     * Locks the project, and refuses another cluster when it has as many as its limit allows. Those that are being deleted
     * count.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_GENERAL_ERROR}, as the API documents no code for it
     */
    void requirePlace(ProjectUnitOfWork unit) {
        if (!limited) {
            unit.lockProject();
            return;
        }
        long most = unit.lockProjectForLimit(Limit.CLUSTERS);
        long count =
                ClusterTable.counts(unit.handle(), List.of(unit.projectId())).getOrDefault(unit.projectId(), 0L);
        ErrorCode.ATLAS_GENERAL_ERROR.refuseIf(
                count >= most,
                "The project has " + count + " clusters, and its limit " + Limit.CLUSTERS.apiName() + " allows " + most
                        + ". Delete a cluster, or raise the limit.");
    }
}
