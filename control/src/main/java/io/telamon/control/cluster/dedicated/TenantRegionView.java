package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Placement;
import io.telamon.control.cluster.ProviderName;
import io.telamon.control.cluster.topology.Provider;
import org.jspecify.annotations.Nullable;

/** Where a free cluster is. The order of the attributes is the recorded one. */
@JsonPropertyOrder({"electableSpecs", "backingProviderName", "priority", "providerName", "regionName"})
record TenantRegionView(
        Hardware electableSpecs,
        Provider backingProviderName,
        int priority,
        ProviderName providerName,
        String regionName)
        implements RegionConfigView {

    /** Gigabytes of a free cluster's disk. */
    static final double DISK_GB = 0.5;

    private static final int HIGHEST_PRIORITY = 7;

    /** The hardware of tenants; the size of the disk stands here in versions that show it for each node. */
    @JsonPropertyOrder({"effectiveInstanceSize", "instanceSize", "diskSizeGB"})
    record Hardware(
            String effectiveInstanceSize,
            String instanceSize,
            @Nullable Double diskSizeGB) {}

    static TenantRegionView withoutDisk(Placement placement) {
        return of(placement, null);
    }

    static TenantRegionView withDisk(Placement placement) {
        return of(placement, DISK_GB);
    }

    private static TenantRegionView of(Placement placement, @Nullable Double diskGb) {
        return new TenantRegionView(
                new Hardware(InstanceSizes.FREE, InstanceSizes.FREE, diskGb),
                placement.provider(),
                HIGHEST_PRIORITY,
                ProviderName.TENANT,
                placement.region());
    }
}
