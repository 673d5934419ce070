package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.api.Role;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterChange;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ConnectionStringSource;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.Regions;
import io.telamon.control.module.ApiModule;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The operations of the clusters API. Free clusters are made and shown; dedicated ones are not served yet. */
public final class ClusterOperations implements ApiModule {

    private static final String CREATE = "createGroupCluster";

    private static final ResourceVersion INDEPENDENT_SCALING = ResourceVersion.of("2024-10-23");

    private static final String PROTECTION = "terminationProtectionEnabled";

    private final ClusterQueries queries;
    private final ClusterCommands commands;
    private final ClusterDispatch dispatch;
    private final FreeClusterReader freeClusters;
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
        this.views = new ClusterViews(connectionStrings);
        this.providers = new ProviderRules(sizes);
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupClusters", this::list);
        api.<ClusterRequest>serve(
                CREATE,
                Map.of("2023-02-01", ZonedClusterRequest.class, "2024-08-05", ShardedClusterRequest.class),
                this::create);
        api.serve("getGroupCluster", call -> views.of(call, dispatch.get(call)));
        api.serve("updateGroupCluster", JsonNode.class, this::update);
        api.serve("deleteGroupCluster", this::delete);
    }

    private Page<ClusterAttributes> list(Call<NoContent> call) {
        return queries.list(new ClusterFilter.InClustersApi(call.projectId()), call.page())
                .map(cluster -> views.of(call, cluster));
    }

    private ClusterAttributes create(Call<ClusterRequest> call) {
        ClusterRequest asked = call.body();
        String groupId = asked.groupId();
        if (groupId != null) {
            ErrorCode.CLUSTER_GROUP_ID_INVALID.refuseIf(
                    !groupId.equals(call.projectId().value()), groupId, call.projectId());
        }
        providers.check(asked);
        if (!isOfTenants(asked)) {
            throw ErrorCode.NOT_IMPLEMENTED.about(CREATE);
        }
        AutoScalingMode mode = call.version().compareTo(INDEPENDENT_SCALING) < 0
                ? AutoScalingMode.CLUSTER_WIDE_SCALING
                : AutoScalingMode.INDEPENDENT_SHARD_SCALING;
        return views.ofCreated(call, commands.create(call, freeClusters.draft(asked, mode)));
    }

    private static boolean isOfTenants(ClusterRequest asked) {
        return asked.replicationSpecs().stream()
                .flatMap(spec -> spec.regionConfigs().stream())
                .anyMatch(region -> region.providerName().equals(ProviderName.TENANT.name()));
    }

    /**
     * Changes a cluster. The kind decides before the body is looked at, as recorded of flex clusters. Free clusters cannot be
     * changed but for one thing: protection is taken off, as nothing else could end a protected one.
     */
    private ClusterAttributes update(Call<JsonNode> call) {
        Cluster cluster = dispatch.get(call);
        JsonNode body = call.body();
        boolean unprotects = body.size() == 1
                && body.path(PROTECTION).isBoolean()
                && !body.path(PROTECTION).booleanValue();
        ErrorCode.TENANT_CLUSTER_UPDATE_UNSUPPORTED.refuseIf(!unprotects);
        ErrorCode.USER_UNAUTHORIZED.refuseIf(
                !call.caller().holdsInProject(Role.GROUP_OWNER, cluster.projectId(), cluster.organizationId()));
        return views.of(call, commands.change(call, cluster.key(), new ClusterChange(null, null, null, false)));
    }

    private NoContent delete(Call<NoContent> call) {
        commands.delete(call, dispatch.get(call).key());
        return NoContent.DONE;
    }
}
