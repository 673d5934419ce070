package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.module.ApiModule;
import java.util.List;

/**
 * The operations of the clusters API that clients use to find out what a cluster is: they ask here first, and go on to
 * the API that the refusal names. There are no dedicated clusters yet, so lists are empty.
 */
public final class DedicatedOperations implements ApiModule {

    private final ClusterQueries queries;

    /** The operations over the clusters. */
    public DedicatedOperations(ClusterModule clusters) {
        this.queries = clusters.queries();
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupClusters", call -> new Page<>(List.of(), 0));
        api.serve("getGroupCluster", this::refuse);
        api.serve("getGroupClusterStatus", this::status);
        api.serve("deleteGroupCluster", this::refuse);
        declareFirstVersion(api);
    }

    /** The paths of the API's first version, which the Atlas CLI still probes. */
    private void declareFirstVersion(Operations api) {
        api.serve("getClusterV1", this::refuse);
        api.serve("deleteClusterV1", this::refuse);
    }

    /** Whether changes have reached a cluster: those of users have as soon as they are answered, if it serves drivers. */
    public record StatusView(String changeStatus) {}

    private StatusView status(Call<NoContent> call) {
        Cluster cluster = queries.get(new ClusterKey(call.projectId(), call.path("clusterName")));
        return new StatusView(cluster.state() instanceof ClusterState.Idle ? "APPLIED" : "PENDING");
    }

    private NoContent refuse(Call<NoContent> call) {
        Cluster cluster = queries.get(new ClusterKey(call.projectId(), call.path("clusterName")));
        throw switch (cluster.kind()) {
            case FLEX -> ErrorCode.CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API.about(cluster.name());
            case SERVERLESS -> ErrorCode.CANNOT_USE_SERVERLESS_INSTANCE_IN_CLUSTER_API.about(cluster.name());
        };
    }
}
