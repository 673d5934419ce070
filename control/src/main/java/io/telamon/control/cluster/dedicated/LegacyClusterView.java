package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.Placement;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cluster in version 2023-01-01 and in the API's version 1.0: one hardware for all nodes, and nodes by region. */
final class LegacyClusterView implements ClusterAttributes {

    private static final Nodes NODES = new Nodes(0, MemberPorts.MEMBERS, 7, 0);

    private final ClusterSubject subject;

    LegacyClusterView(ClusterSubject subject) {
        this.subject = subject;
    }

    /** What scales by itself: nothing of a free cluster. */
    record AutoScaling(Compute compute, boolean diskGBEnabled) {

        /** Whether the size of the instances does. */
        record Compute(boolean enabled, boolean scaleDownEnabled) {}
    }

    /** The hardware. {@code providerName} is the first attribute, as recorded. */
    @JsonPropertyOrder("providerName")
    record ProviderSettings(
            ProviderName providerName,
            SizeRange autoScaling,
            Provider backingProviderName,
            String effectiveInstanceSizeName,
            String instanceSizeName,
            String regionName) {}

    /** Between which sizes instances scale. */
    record SizeRange(Bounds compute) {

        /** Written although they are {@code null}, as recorded. */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        record Bounds(
                @Nullable String maxInstanceSize, @Nullable String minInstanceSize) {}
    }

    /** How many nodes of each type are in a region. */
    record Nodes(int analyticsNodes, int electableNodes, int priority, int readOnlyNodes) {}

    /** A zone. */
    record Spec(String id, int numShards, Map<String, Nodes> regionsConfig, String zoneName) {}

    @Override
    public ClusterSubject subject() {
        return subject;
    }

    @JsonProperty
    AutoScaling autoScaling() {
        return new AutoScaling(new AutoScaling.Compute(false, false), false);
    }

    @JsonProperty
    double diskSizeGB() {
        return TenantRegionView.DISK_GB;
    }

    /** The hosts without the options of the string. */
    @JsonProperty
    @Nullable
    String mongoURI() {
        String standard = mongoURIWithOptions();
        if (standard == null) {
            return null;
        }
        int options = standard.indexOf('/', "mongodb://".length());
        return options < 0 ? standard : standard.substring(0, options);
    }

    @JsonProperty
    @Nullable
    Instant mongoURIUpdated() {
        return subject.isHosted() ? createDate() : null;
    }

    @JsonProperty
    @Nullable
    String mongoURIWithOptions() {
        return connectionStrings().standard();
    }

    @JsonProperty
    int numShards() {
        return subject.topology().shards().size();
    }

    @JsonProperty
    boolean providerBackupEnabled() {
        return false;
    }

    @JsonProperty
    ProviderSettings providerSettings() {
        Placement placement = subject.cluster().placement();
        return new ProviderSettings(
                ProviderName.TENANT,
                new SizeRange(new SizeRange.Bounds(null, null)),
                placement.provider(),
                InstanceSizes.FREE,
                InstanceSizes.FREE,
                placement.region());
    }

    @JsonProperty
    int replicationFactor() {
        return NODES.electableNodes();
    }

    @JsonProperty
    Map<String, Nodes> replicationSpec() {
        return Map.of(subject.cluster().placement().region(), NODES);
    }

    @JsonProperty
    List<Spec> replicationSpecs() {
        Zone zone = subject.topology().zones().getFirst();
        return List.of(new Spec(zone.spec(), zone.shards().size(), replicationSpec(), zone.name()));
    }

    @JsonProperty
    @Nullable
    String srvAddress() {
        return connectionStrings().standardSrv();
    }
}
