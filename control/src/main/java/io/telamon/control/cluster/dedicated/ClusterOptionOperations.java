package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.module.ApiModule;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The operations on what belongs to a cluster of the clusters API: its status, its configuration, how it scales. */
public final class ClusterOptionOperations implements ApiModule {

    private static final ResourceVersion SECOND = ResourceVersion.of("2024-08-05");

    private final ClusterDispatch dispatch;

    /** The operations over the clusters. */
    public ClusterOptionOperations(ClusterModule clusters) {
        this.dispatch = new ClusterDispatch(clusters.queries());
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupClusterStatus", this::status);
        api.serve("autoGroupClusterScalingConfiguration", this::scaling);
        api.serve("getGroupClusterProcessArgs", this::processArgs);
        api.serve("updateGroupClusterProcessArgs", JsonNode.class, this::updateProcessArgs);
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

    /** Free clusters show the defaults, as recorded. */
    private Record processArgs(Call<NoContent> call) {
        dispatch.get(call);
        return call.version().compareTo(SECOND) < 0
                ? LegacyProcessArgsView.of(ProcessArgsView.DEFAULTS)
                : ProcessArgsView.DEFAULTS;
    }

    /** The kind of the cluster decides before the body is looked at. That of dedicated clusters cannot be changed yet. */
    private NoContent updateProcessArgs(Call<JsonNode> call) {
        ErrorCode.NOT_IMPLEMENTED.refuseIf(
                dispatch.get(call).kind() == Cluster.Kind.DEDICATED, "updateGroupClusterProcessArgs");
        throw ErrorCode.TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED.about();
    }
}
