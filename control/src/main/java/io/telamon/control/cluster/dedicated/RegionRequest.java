package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.topology.VolumeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a shard is to have in a region.
 *
 * @param backingProviderName who provides the hosts of tenants
 * @param priority 7 for the region that the primary is to be in, less for others
 */
@Valid
@ReadOnly({"effectiveAnalyticsSpecs", "effectiveElectableSpecs", "effectiveReadOnlySpecs"})
record RegionRequest(
        @Nullable AutoScalingRequest analyticsAutoScaling,
        @Nullable HardwareRequest analyticsSpecs,
        @Nullable AutoScalingRequest autoScaling,
        @Nullable String backingProviderName,
        @Nullable HardwareRequest electableSpecs,
        @Nullable Integer priority,
        @NotNull String providerName,
        @Nullable HardwareRequest readOnlySpecs,
        @NotNull String regionName) {

    /**
     * The hardware of nodes of one type.
     *
     * @param nodeCount how many nodes there are to be
     */
    @ReadOnly({"diskThroughput", "effectiveInstanceSize"})
    record HardwareRequest(
            @Nullable Integer diskIOPS,
            @Nullable Double diskSizeGB,
            @Nullable VolumeType ebsVolumeType,
            @Nullable String instanceSize,
            @Nullable Integer nodeCount) {

        boolean hasNodes() {
            return nodeCount != null && nodeCount > 0;
        }
    }
}
