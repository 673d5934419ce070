package io.telamon.control.cluster.flex;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterChange;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.ConnectionStringSource;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TagRules;
import io.telamon.control.module.ApiModule;
import java.util.List;
import java.util.Objects;

/** The operations of the flex clusters API. */
public final class FlexOperations implements ApiModule {

    private final ClusterQueries queries;
    private final ClusterCommands commands;
    private final ConnectionStringSource connectionStrings;
    private final Regions regions;

    /** The operations over the clusters. */
    public FlexOperations(ClusterModule clusters, ConnectionStringSource connectionStrings, Regions regions) {
        this.queries = clusters.queries();
        this.commands = clusters.commands();
        this.connectionStrings = connectionStrings;
        this.regions = regions;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupFlexClusters", this::list);
        api.serve("createGroupFlexCluster", FlexClusterCreate.class, this::create);
        api.serve("getGroupFlexCluster", call -> view(get(call)));
        api.serve("updateGroupFlexCluster", FlexClusterUpdate.class, this::update);
        api.serve("deleteGroupFlexCluster", this::delete);
    }

    private Page<FlexClusterView> list(Call<NoContent> call) {
        return queries.list(new ClusterFilter.Flex(call.projectId()), call.page())
                .map(this::view);
    }

    private FlexClusterView create(Call<FlexClusterCreate> call) {
        FlexClusterCreate body = call.body();
        FlexClusterCreate.ProviderSettings where = body.providerSettings();
        requireRegion(where);
        ClusterDraft draft = new ClusterDraft(
                body.name(),
                Cluster.Kind.FLEX,
                false,
                where.backingProviderName(),
                where.regionName(),
                new ClusterSpec(
                        true,
                        false,
                        TagRules.forCreate(Objects.requireNonNullElse(body.tags(), List.of())),
                        Objects.requireNonNullElse(body.terminationProtectionEnabled(), false)));
        return view(commands.create(call, draft)).asCreated();
    }

    private FlexClusterView update(Call<FlexClusterUpdate> call) {
        ClusterKey key = get(call).key();
        ClusterChange change = new ClusterChange(
                null, null, TagRules.forUpdate(call.body().tags()), call.body().terminationProtectionEnabled());
        return view(commands.change(call, key, change));
    }

    private NoContent delete(Call<NoContent> call) {
        commands.delete(call, get(call).key());
        return NoContent.DONE;
    }

    private Cluster get(Call<?> call) {
        Cluster cluster = queries.get(new ClusterKey(call.projectId(), call.path("name")));
        if (cluster.kind() != Cluster.Kind.FLEX) {
            throw ErrorCode.CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API.about(cluster.name());
        }
        return cluster;
    }

    private FlexClusterView view(Cluster cluster) {
        return FlexClusterView.of(cluster, connectionStrings.connectionStrings(cluster));
    }

    private void requireRegion(FlexClusterCreate.ProviderSettings where) {
        if (regions.findForTenants(where.backingProviderName(), where.regionName())
                .isEmpty()) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation(
                            "providerSettings.regionName",
                            "is no region of " + where.backingProviderName() + " that offers flex clusters")),
                    "providerSettings.regionName");
        }
    }
}
