package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.api.UnreadBody;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ConnectionStringSource;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.Regions;
import io.telamon.control.module.ApiModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The operations of the clusters API: free clusters and dedicated ones. */
public final class ClusterOperations implements ApiModule {

    private static final String CREATE = "createGroupCluster";

    private static final ResourceVersion INDEPENDENT_SCALING = ResourceVersion.of("2024-10-23");

    private static final Map<String, Class<? extends ClusterBody>> BODIES = Map.of(
            "2023-01-01", LegacyClusterRequest.class,
            "2023-02-01", ZonedClusterRequest.class,
            "2024-08-05", ShardedClusterRequest.class);

    private final ClusterQueries queries;
    private final ClusterCommands commands;
    private final ClusterDispatch dispatch;
    private final FreeClusterReader freeClusters;
    private final DedicatedReader dedicated;
    private final ClusterUpdate updates;
    private final RetainedClusters retained;
    private final ClusterViews views;
    private final ProviderRules providers;

    /**
     * The operations over the clusters.
     *
     * @param ids makes ids of zones and shards, 24 hexadecimal digits each
     */
    public ClusterOperations(
            ClusterModule clusters,
            ConnectionStringSource connectionStrings,
            Regions regions,
            InstanceSizes sizes,
            Supplier<String> ids) {
        this.queries = clusters.queries();
        this.commands = clusters.commands();
        this.dispatch = new ClusterDispatch(queries);
        this.freeClusters = new FreeClusterReader(regions, ids);
        this.dedicated = new DedicatedReader(regions, sizes, ids);
        this.retained = new RetainedClusters(clusters.queries());
        this.views = new ClusterViews(connectionStrings);
        this.providers = new ProviderRules(sizes);
        this.updates = new ClusterUpdate(commands, providers, dedicated);
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupClusters", this::list);
        api.<ClusterBody>serve(CREATE, BODIES, this::create);
        api.serve("getGroupCluster", call -> views.of(call, ClusterViews.requireShown(call, dispatch.get(call))));
        api.<ClusterBody>serveUnread("updateGroupCluster", BODIES, this::update);
        api.serve("deleteGroupCluster", this::delete);
    }

    /** Clusters that the version cannot show are left out, those whose backups are kept added where they are asked for. */
    private Page<ClusterAttributes> list(Call<NoContent> call) {
        Page<Cluster> page = queries.list(new ClusterFilter.InClustersApi(call.projectId()), call.page());
        boolean withRetained = call.query().flag("includeDeletedWithRetainedBackups", false);
        Page<Cluster> all = withRetained ? retained.appended(call, page) : page;
        List<Cluster> shown = all.results().stream()
                .filter(cluster -> ClusterViews.isShown(call, cluster))
                .toList();
        int hidden = all.results().size() - shown.size();
        return new Page<>(shown, all.totalCount() - hidden).map(cluster -> views.of(call, cluster));
    }

    private ClusterAttributes create(Call<ClusterBody> call) {
        ClusterRequest asked = call.body().request(Optional.empty());
        asked.requiredName();
        requireSameProject(call, asked);
        providers.check(asked);
        AutoScalingMode mode = call.version().compareTo(INDEPENDENT_SCALING) < 0
                ? AutoScalingMode.CLUSTER_WIDE_SCALING
                : AutoScalingMode.INDEPENDENT_SHARD_SCALING;
        ClusterDraft draft =
                isOfTenants(asked) ? freeClusters.draft(asked, mode) : dedicated.draft(call.projectId(), asked, mode);
        return views.ofCreated(call, commands.create(call, draft), asked.tags() != null);
    }

    /** Refuses a body that names another project than the path: {@link ErrorCode#CLUSTER_GROUP_ID_INVALID}. */
    static void requireSameProject(Call<?> call, ClusterRequest asked) {
        String groupId = asked.groupId();
        if (groupId != null) {
            ErrorCode.CLUSTER_GROUP_ID_INVALID.refuseIf(
                    !groupId.equals(call.projectId().value()), groupId, call.projectId());
        }
    }

    private static boolean isOfTenants(ClusterRequest asked) {
        return asked.requiredSpecs().stream()
                .flatMap(spec -> spec.regionConfigs().stream())
                .anyMatch(region -> region.providerName().equals(ProviderName.TENANT.name()));
    }

    private ClusterAttributes update(Call<UnreadBody<ClusterBody>> call) {
        return views.of(call, updates.apply(call, dispatch.get(call)));
    }

    private NoContent delete(Call<NoContent> call) {
        boolean retains = call.query().flag("retainBackups", false);
        commands.delete(call, dispatch.get(call).key(), (unit, before) -> {
            if (retains) {
                retained.retain(unit, before);
            }
        });
        return NoContent.DONE;
    }
}
