package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TagRules;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.Zone;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads what is asked of a new free cluster, and refuses what those cannot have. */
final class FreeClusterReader {

    private final Regions regions;
    private final Supplier<String> ids;

    /** One that makes the ids of zones and shards by {@code ids}. */
    FreeClusterReader(Regions regions, Supplier<String> ids) {
        this.regions = regions;
        this.ids = ids;
    }

    /**
     * The cluster that is to be made.
     *
     * @throws io.telamon.control.api.ApiException as the rules for tenants say: those of {@link FreeClusterRules},
     *     {@link ErrorCode#REPLICATION_SPECS_INVALID}, {@link ErrorCode#INVALID_ATTRIBUTE} for a region that there is not,
     *     {@link ErrorCode#INVALID_TENANT_CONFIGURATION} for one without free clusters
     */
    ClusterDraft draft(ClusterRequest asked, AutoScalingMode mode) {
        FreeClusterRules.check(asked);
        SpecRequest spec = asked.requiredSpecs().getFirst();
        RegionRequest region = spec.regionConfigs().getFirst();
        Provider provider = provider(region);
        requireRegion(provider, region.regionName());
        return new ClusterDraft(
                asked.requiredName(),
                Cluster.Kind.FREE,
                false,
                provider,
                region.regionName(),
                new ClusterSpec(
                        true,
                        false,
                        TagRules.forCreate(Objects.requireNonNullElse(asked.tags(), List.of())),
                        Boolean.TRUE.equals(asked.terminationProtectionEnabled()),
                        SettingsReader.ofNew(asked, ClusterType.REPLICASET, mode),
                        Topology.ofTenant(
                                Objects.requireNonNullElse(spec.zoneName(), Zone.DEFAULT_NAME),
                                TenantRegionView.DISK_GB,
                                ids),
                        null));
    }

    private static Provider provider(RegionRequest region) {
        String name = region.backingProviderName();
        if (name == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about("backingProviderName");
        }
        return ProviderName.find(name)
                .filter(provider -> provider != ProviderName.TENANT)
                .map(provider -> Provider.valueOf(provider.name()))
                .orElseThrow(() -> ErrorCode.INVALID_PROVIDER.about(name));
    }

    private void requireRegion(Provider provider, String name) {
        if (regions.find(provider, name).isEmpty()) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation("regionName", "is no region of " + provider)), "regionName");
        }
        if (regions.findForTenants(provider, name).isEmpty()) {
            List<String> offered = regions.all(provider).stream()
                    .filter(Regions.Region::offersTenants)
                    .map(Regions.Region::name)
                    .toList();
            throw ErrorCode.INVALID_TENANT_CONFIGURATION.about(
                    InstanceSizes.FREE,
                    MongoVersion.CURRENT_MAJOR,
                    name,
                    InstanceSizes.FREE,
                    MongoVersion.CURRENT_MAJOR,
                    String.join(", ", offered));
        }
    }
}
