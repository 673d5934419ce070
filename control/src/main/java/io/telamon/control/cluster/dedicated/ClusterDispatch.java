package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterQueries;

/**
 * Finds the cluster that a request names, if it is one of the clusters API. The refusals of others tell clients which API to
 * use: they ask here first to find out what a cluster is.
 */
public final class ClusterDispatch {

    private final ClusterQueries queries;

    /** One that finds clusters by those queries. */
    public ClusterDispatch(ClusterQueries queries) {
        this.queries = queries;
    }

    /**
     * The cluster that the path names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND},
     *     {@link ErrorCode#CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API},
     *     {@link ErrorCode#CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API}
     */
    public Cluster get(Call<?> call) {
        Cluster cluster = ofAnyKind(call);
        return switch (cluster.kind()) {
            case FREE, DEDICATED -> cluster;
            case FLEX -> throw ErrorCode.CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API.about(cluster.name());
            case SERVERLESS -> throw ErrorCode.CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API.about(cluster.name());
        };
    }

    /**
     * The dedicated cluster that the path names.
     *
     * @throws io.telamon.control.api.ApiException those of {@link #get}, {@link ErrorCode#TENANT_CLUSTER_UPDATE_UNSUPPORTED} for a
     *     free cluster
     */
    public Cluster getDedicated(Call<?> call) {
        Cluster cluster = get(call);
        ErrorCode.TENANT_CLUSTER_UPDATE_UNSUPPORTED.refuseIf(cluster.kind() != Cluster.Kind.DEDICATED);
        return cluster;
    }

    /** The cluster that the path names, whatever its kind. Throws {@link ErrorCode#CLUSTER_NOT_FOUND}. */
    Cluster ofAnyKind(Call<?> call) {
        return queries.get(new ClusterKey(call.projectId(), call.path("clusterName")));
    }
}
