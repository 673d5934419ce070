package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.Zone;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the zones of version 2023-01-01, whose hardware is the same for all nodes of a cluster. */
final class LegacyZones {

    private final LegacyClusterRequest asked;
    private final Optional<Topology> before;
    private final LegacyClusterRequest.@Nullable Provider provider;

    LegacyZones(LegacyClusterRequest asked, Optional<Topology> before) {
        this.asked = asked;
        this.before = before;
        this.provider = asked.providerSettings();
    }

    /** The zones, or nothing where a change does not concern nodes. Throws {@link ErrorCode#MISSING_ATTRIBUTE}. */
    @Nullable
    List<ZonedClusterRequest.ZoneRequest> read() {
        if (before.isPresent() && !asked.asksAboutNodes()) {
            return null;
        }
        return asked.zones().orElseGet(this::unsaid).stream()
                .map(spec -> new ZonedClusterRequest.ZoneRequest(
                        spec.id(),
                        spec.numShards() == null ? asked.numShards() : spec.numShards(),
                        regions(Objects.requireNonNullElse(spec.regionsConfig(), Map.of())),
                        spec.zoneName()))
                .toList();
    }

    /** The zones that there are, or one with the region of the hardware. */
    private List<LegacyClusterRequest.Spec> unsaid() {
        return before.map(topology ->
                        topology.zones().stream().map(LegacyZones::kept).toList())
                .orElseGet(() -> List.of(new LegacyClusterRequest.Spec(
                        null,
                        asked.numShards(),
                        Map.of(
                                required(
                                        "providerSettings.regionName", provider == null ? null : provider.regionName()),
                                new LegacyClusterRequest.Nodes(null, asked.electable(), null, null)),
                        null)));
    }

    private static LegacyClusterRequest.Spec kept(Zone zone) {
        Map<String, LegacyClusterRequest.Nodes> regions = new LinkedHashMap<>();
        zone.shards()
                .getFirst()
                .regions()
                .forEach(nodes -> regions.put(
                        nodes.region(),
                        new LegacyClusterRequest.Nodes(
                                nodes.analytics().nodeCount(),
                                nodes.electable().nodeCount(),
                                nodes.priority(),
                                nodes.readOnly().nodeCount())));
        return new LegacyClusterRequest.Spec(zone.spec(), null, regions, zone.name());
    }

    /** Those with the highest priority first. */
    private List<RegionRequest> regions(Map<String, LegacyClusterRequest.Nodes> byName) {
        return byName.entrySet().stream()
                .sorted(Comparator.comparingInt(entry ->
                        -Objects.requireNonNullElse(entry.getValue().priority(), RegionNodes.HIGHEST_PRIORITY)))
                .map(entry -> region(entry.getKey(), entry.getValue()))
                .toList();
    }

    private RegionRequest region(String name, LegacyClusterRequest.Nodes nodes) {
        return new RegionRequest(
                null,
                hardware(nodes.analyticsNodes()),
                scaling(),
                provider == null ? null : provider.backingProviderName(),
                hardware(nodes.electableNodes()),
                nodes.priority(),
                required("providerSettings", providerName()),
                hardware(nodes.readOnlyNodes()),
                name);
    }

    private @Nullable String providerName() {
        return provider == null
                ? before.flatMap(Topology::primary)
                        .map(nodes -> nodes.provider().name())
                        .orElse(null)
                : provider.providerName();
    }

    private RegionRequest.HardwareRequest hardware(@Nullable Integer count) {
        String size = provider == null ? null : provider.instanceSizeName();
        return new RegionRequest.HardwareRequest(
                provider == null ? null : provider.diskIOPS(),
                null,
                provider == null ? null : provider.volumeType(),
                size == null
                        ? before.flatMap(Topology::primary)
                                .map(RegionNodes::electable)
                                .map(NodeSpec::instanceSize)
                                .orElse(null)
                        : size,
                count);
    }

    private @Nullable AutoScalingRequest scaling() {
        LegacyClusterRequest.Scaling scaling = asked.autoScaling();
        LegacyClusterRequest.Bounds bounds = provider == null ? null : provider.autoScaling();
        if (scaling == null && bounds == null) {
            return null;
        }
        LegacyClusterRequest.Scaling.Compute compute = scaling == null ? null : scaling.compute();
        LegacyClusterRequest.Bounds.Sizes sizes = bounds == null ? null : bounds.compute();
        return new AutoScalingRequest(
                new AutoScalingRequest.Compute(
                        compute == null ? null : compute.enabled(),
                        sizes == null ? null : sizes.maxInstanceSize(),
                        sizes == null ? null : sizes.minInstanceSize(),
                        compute == null ? null : compute.scaleDownEnabled()),
                new AutoScalingRequest.Disk(scaling == null ? null : scaling.diskGBEnabled()));
    }

    private static String required(String attribute, @Nullable String value) {
        if (value == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about(attribute);
        }
        return value;
    }
}
