package io.telamon.control.cluster.rule;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.topology.InstanceSize;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.VolumeType;

/** How large and fast disks are. */
final class DiskRules {

    /** The slowest disk whose speed is chosen, at AWS. */
    private static final int LEAST_PROVISIONED = 100;

    /** What a chosen speed may be for each gigabyte (AWS, "Provisioned IOPS SSD volumes"). */
    private static final int PROVISIONED_FOR_A_GIGABYTE = 50;

    private static final int MOST_PROVISIONED = 64_000;

    private final InstanceSizes sizes;

    DiskRules(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * Checks all nodes.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_DISK_SIZE_NOT_WHOLE_NUMBER},
     *     {@link ErrorCode#CLUSTER_DISK_SIZE_INVALID}, {@link ErrorCode#CLUSTER_DISK_IOPS_INVALID}
     */
    void check(Topology topology) {
        double disk = topology.diskGb();
        ErrorCode.CLUSTER_DISK_SIZE_NOT_WHOLE_NUMBER.refuseIf(disk != Math.rint(disk), disk);
        topology.regions().forEach(nodes -> nodes.specs().forEach(spec -> check(nodes.provider(), spec, (int) disk)));
    }

    private void check(Provider provider, NodeSpec spec, int disk) {
        InstanceSize size = sizes.get(provider, spec.instanceSize());
        ErrorCode.CLUSTER_DISK_SIZE_INVALID.refuseIf(
                disk < 1 || disk > size.mostDiskGb(),
                "A disk of " + disk + " GB is not possible for " + size.name() + ", which has at most "
                        + (int) size.mostDiskGb() + " GB");
        if (provider == Provider.AWS) {
            checkSpeed(size, spec, disk);
        }
    }

    private static void checkSpeed(InstanceSize size, NodeSpec spec, int disk) {
        boolean chosen = spec.volumeType() == VolumeType.PROVISIONED && !size.hasLocalDisks();
        int least = chosen ? LEAST_PROVISIONED : size.iops();
        int most = chosen ? Math.min(MOST_PROVISIONED, PROVISIONED_FOR_A_GIGABYTE * disk) : size.iops();
        boolean kindOfSize = chosen ? size.offersProvisionedDisks() : spec.volumeType() == size.volumeType();
        ErrorCode.CLUSTER_DISK_IOPS_INVALID.refuseIf(
                !kindOfSize || spec.diskIops() < least || spec.diskIops() > most,
                spec.diskIops(),
                disk,
                size.name(),
                String.valueOf(spec.volumeType()),
                least == most ? String.valueOf(most) : least + " to " + most);
    }
}
