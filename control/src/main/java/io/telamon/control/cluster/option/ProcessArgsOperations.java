package io.telamon.control.cluster.option;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Patch;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.api.UnreadBody;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.ProcessArgs;
import io.telamon.control.cluster.dedicated.ClusterDispatch;
import io.telamon.control.cluster.rule.TlsRules;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.module.ApiModule;
import java.util.Map;
import java.util.Objects;

/** The operations on how the processes of clusters are configured. */
public final class ProcessArgsOperations implements ApiModule {

    private static final ResourceVersion SECOND = ResourceVersion.of("2024-08-05");

    private static final String SUBMITTED = "CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED";

    private final ClusterDispatch dispatch;
    private final ClusterCommands commands;

    /** The operations over the clusters. */
    public ProcessArgsOperations(ClusterModule clusters) {
        this.dispatch = new ClusterDispatch(clusters.queries());
        this.commands = clusters.commands();
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupClusterProcessArgs", this::get);
        api.<ProcessArgsRequest>serveUnread(
                "updateGroupClusterProcessArgs",
                Map.of("2023-01-01", LegacyProcessArgsRequest.class, "2024-08-05", ShardedProcessArgsRequest.class),
                this::update);
    }

    /** Free clusters show the defaults, as recorded. */
    private Record get(Call<NoContent> call) {
        return view(call, dispatch.get(call));
    }

    /** The kind of the cluster decides before the body is looked at. */
    private Record update(Call<UnreadBody<ProcessArgsRequest>> call) {
        Cluster cluster = dispatch.get(call);
        ErrorCode.TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED.refuseIf(cluster.kind() != Cluster.Kind.DEDICATED);
        ProcessArgsRequest asked = call.body().read();
        return view(call, commands.revise(call, cluster.key(), SUBMITTED, (before, now) -> revised(before, asked)));
    }

    private static ClusterSpec revised(Cluster before, ProcessArgsRequest asked) {
        ClusterSpec spec = before.spec();
        ClusterSettings settings = Objects.requireNonNull(spec.settings());
        ErrorCode.CANNOT_UPDATE_PAUSED_CLUSTER.refuseIf(settings.paused(), before.name());
        Topology topology = Objects.requireNonNull(spec.topology());
        ProcessArgs args = Patch.applied(settings.processArgs(), (Record) asked);
        ProcessArgsRules.check(args, topology.diskGb());
        return spec.with(settings.with(args, TlsRules.changed(asked.tls(), settings.tls())));
    }

    private static Record view(Call<?> call, Cluster cluster) {
        ClusterSettings settings = Objects.requireNonNull(cluster.spec().settings());
        return call.version().compareTo(SECOND) < 0 ? LegacyProcessArgsView.of(settings) : ProcessArgsView.of(settings);
    }
}
