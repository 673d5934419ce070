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
final class ClusterDispatch {

    private final ClusterQueries queries;

    ClusterDispatch(ClusterQueries queries) {
        this.queries = queries;
    }

    /**
     * The cluster that the path names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND},
     *     {@link ErrorCode#CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API},
     *     {@link ErrorCode#CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API}
     */
    Cluster get(Call<?> call) {
        Cluster cluster = ofAnyKind(call);
        return switch (cluster.kind()) {
            case FREE, DEDICATED -> cluster;
            case FLEX -> throw ErrorCode.CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API.about(cluster.name());
            case SERVERLESS -> throw ErrorCode.CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API.about(cluster.name());
        };
    }

    /** The cluster that the path names, whatever its kind. Throws {@link ErrorCode#CLUSTER_NOT_FOUND}. */
    Cluster ofAnyKind(Call<?> call) {
        return queries.get(new ClusterKey(call.projectId(), call.path("clusterName")));
    }
}
