package io.telamon.control.cluster.topology;

import org.jspecify.annotations.Nullable;

/**
 * The nodes of one type that a shard has in a region, and their hardware.
 *
 * @param instanceSize a size of the region's provider, such as M10
 * @param nodeCount how many there are, 0 or more
 * @param diskIops input and output operations that the disk does in one second
 * @param volumeType the kind of disk; only AWS has kinds
 */
public record NodeSpec(
        String instanceSize,
        int nodeCount,
        int diskIops,
        @Nullable VolumeType volumeType) {

    /** As many nodes on the hardware of others. */
    NodeSpec onHardwareOf(NodeSpec other) {
        return new NodeSpec(other.instanceSize, nodeCount, other.diskIops, other.volumeType);
    }
}
