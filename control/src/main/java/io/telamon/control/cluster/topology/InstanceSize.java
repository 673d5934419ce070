package io.telamon.control.cluster.topology;

/**
 * An instance size of a provider: what the nodes of clusters of that size have.
 *
 * @param name such as M10
 * @param ramGb gigabytes of memory
 * @param connections that each node takes, ten of which the service keeps for itself
 * @param diskGb gigabytes of the disk where the client does not say
 * @param mostDiskGb gigabytes that a disk can have
 * @param iops input and output operations in one second where the client does not say; 0 at providers that do not tell
 */
public record InstanceSize(String name, double ramGb, int connections, double diskGb, double mostDiskGb, int iops) {

    private static final double SMALLEST_WITH_PROVISIONED_DISKS = 8;

    /** Whether its disks are fast ones within the instances, whose size cannot be chosen. */
    public boolean hasLocalDisks() {
        return name.endsWith("_NVME");
    }

    /** Whether the speed of its disks can be chosen: from M30 on. */
    public boolean offersProvisionedDisks() {
        return !hasLocalDisks() && ramGb >= SMALLEST_WITH_PROVISIONED_DISKS;
    }

    /** The kind of its disks at AWS where the client does not say. */
    public VolumeType volumeType() {
        return hasLocalDisks() ? VolumeType.PROVISIONED : VolumeType.STANDARD;
    }
}
