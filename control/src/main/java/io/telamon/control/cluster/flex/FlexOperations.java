package io.telamon.control.cluster.flex;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterChange;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterFilter;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TagRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The operations of the flex clusters API. */
public final class FlexOperations {

    private final Clusters clusters;
    private final DataPlane dataPlane;
    private final Regions regions;

    public FlexOperations(Clusters clusters, DataPlane dataPlane, Regions regions) {
        this.clusters = clusters;
        this.dataPlane = dataPlane;
        this.regions = regions;
    }

    /** Declares them. */
    public void declare(Operations api) {
        api.servePage("listGroupFlexClusters", this::list);
        api.serve("createGroupFlexCluster", FlexClusterCreate.class, this::create);
        api.serve("getGroupFlexCluster", call -> view(get(call)));
        api.serve("updateGroupFlexCluster", FlexClusterUpdate.class, this::update);
        api.serve("deleteGroupFlexCluster", this::delete);
    }

    private Page<FlexClusterView> list(Call<NoContent> call) {
        return clusters.list(new ClusterFilter.Flex(call.projectId()), call.page())
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
                Objects.requireNonNullElse(body.terminationProtectionEnabled(), false),
                false,
                TagRules.forCreate(Objects.requireNonNullElse(body.tags(), List.of())));
        return view(clusters.create(call, draft)).asCreated();
    }

    private FlexClusterView update(Call<FlexClusterUpdate> call) {
        ClusterKey key = key(get(call));
        ClusterChange change = new ClusterChange(
                Optional.ofNullable(call.body().terminationProtectionEnabled()),
                Optional.empty(),
                Optional.ofNullable(call.body().tags()).map(TagRules::forUpdate));
        return view(clusters.change(call, key, change));
    }

    private NoContent delete(Call<NoContent> call) {
        clusters.delete(call, key(get(call)));
        return NoContent.DONE;
    }

    private Cluster get(Call<?> call) {
        Cluster cluster = clusters.get(new ClusterKey(call.projectId(), call.path("name")));
        if (cluster.kind() != Cluster.Kind.FLEX) {
            throw ErrorCode.CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API.about(cluster.name());
        }
        return cluster;
    }

    private FlexClusterView view(Cluster cluster) {
        return FlexClusterView.of(cluster, dataPlane.connectionStrings(cluster));
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

    private static ClusterKey key(Cluster cluster) {
        return new ClusterKey(cluster.projectId(), cluster.name());
    }
}
