package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Placement;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.topology.AutoScaling;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.VolumeType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hardware in versions that have one for all nodes: that of the electable nodes in the region of the primary. {@code providerName} is
 * the first attribute, as recorded.
 */
@JsonPropertyOrder("providerName")
record LegacyProviderView(
        ProviderName providerName,
        SizeRange autoScaling,
        @Nullable Provider backingProviderName,
        @Nullable Integer diskIOPS,
        @Nullable String diskTypeName,
        @Nullable String effectiveInstanceSizeName,
        @Nullable Boolean encryptEBSVolume,
        String instanceSizeName,
        String regionName,
        @Nullable VolumeType volumeType) {

    /** The disks of Azure by their gigabytes (Azure, "Premium SSD sizes"). */
    private static final TreeMap<Double, String> DISK_TYPES = new TreeMap<>(Map.of(
            8.0, "P2", 16.0, "P3", 32.0, "P4", 64.0, "P6", 128.0, "P10", 256.0, "P15", 512.0, "P20", 1024.0, "P30",
            2048.0, "P40", 4096.0, "P50"));

    /** Between which sizes instances scale. */
    record SizeRange(Bounds compute) {

        /** Written although they are {@code null}, as recorded. */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        record Bounds(
                @Nullable String maxInstanceSize, @Nullable String minInstanceSize) {}
    }

    static LegacyProviderView ofTenant(Placement placement) {
        return new LegacyProviderView(
                ProviderName.TENANT,
                new SizeRange(new SizeRange.Bounds(null, null)),
                placement.provider(),
                null,
                null,
                InstanceSizes.FREE,
                null,
                InstanceSizes.FREE,
                placement.region(),
                null);
    }

    static LegacyProviderView of(Topology topology) {
        RegionNodes nodes = topology.primary().orElseThrow();
        NodeSpec spec = nodes.electable();
        AutoScaling.Compute scaling = nodes.autoScaling().compute();
        boolean aws = nodes.provider() == Provider.AWS;
        Map.Entry<Double, String> disk = DISK_TYPES.ceilingEntry(topology.diskGb());
        return new LegacyProviderView(
                ProviderName.of(nodes.provider()),
                new SizeRange(new SizeRange.Bounds(scaling.max(), scaling.min())),
                null,
                aws ? spec.diskIops() : null,
                nodes.provider() == Provider.AZURE && disk != null ? disk.getValue() : null,
                null,
                aws ? true : null,
                spec.instanceSize(),
                nodes.region(),
                spec.volumeType());
    }
}
