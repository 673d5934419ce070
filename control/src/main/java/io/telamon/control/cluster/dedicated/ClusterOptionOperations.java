package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.module.ApiModule;
import java.util.Objects;

/** The operations on what belongs to a cluster of the clusters API: its status, and how it scales. */
public final class ClusterOptionOperations implements ApiModule {

    private final ClusterDispatch dispatch;

    /** The operations over the clusters. */
    public ClusterOptionOperations(ClusterModule clusters) {
        this.dispatch = new ClusterDispatch(clusters.queries());
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupClusterStatus", this::status);
        api.serve("autoGroupClusterScalingConfiguration", this::scaling);
    }

    /** Whether changes have reached a cluster: those of users have as soon as they are answered, if it serves drivers. */
    record StatusView(String changeStatus) {}

    /** How auto-scaling changes the shards of a cluster. */
    record ScalingView(AutoScalingMode autoScalingMode) {}

    private StatusView status(Call<NoContent> call) {
        return new StatusView(dispatch.ofAnyKind(call).state() instanceof ClusterState.Idle ? "APPLIED" : "PENDING");
    }

    private ScalingView scaling(Call<NoContent> call) {
        Cluster cluster = dispatch.get(call);
        return new ScalingView(Objects.requireNonNull(cluster.spec().settings()).autoScalingMode());
    }
}
