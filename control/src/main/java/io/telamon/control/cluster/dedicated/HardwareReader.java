package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.topology.InstanceSize;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.VolumeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many nodes of a type there are to be, and on what hardware. Another size has its own standard disks, as recorded.
 */
final class HardwareReader {

    private final InstanceSizes sizes;

    HardwareReader(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * The nodes.
     *
     * @param before those that there are, if there are some
     * @param electable the electable nodes of the region, whose disks those of the same size share that say nothing of their own
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_ENUM_VALUE} for a size that the provider does not have
     */
    NodeSpec read(
            Provider provider,
            String sizeName,
            RegionRequest.@Nullable HardwareRequest asked,
            Optional<NodeSpec> before,
            Optional<NodeSpec> electable) {
        InstanceSize size =
                sizes.find(provider, sizeName).orElseThrow(() -> ErrorCode.INVALID_ENUM_VALUE.about(sizeName));
        Optional<NodeSpec> like =
                electable.or(() -> before).filter(nodes -> nodes.instanceSize().equals(sizeName));
        Integer count = asked == null ? null : asked.nodeCount();
        VolumeType volume = volume(provider, size, asked, like);
        return new NodeSpec(
                sizeName,
                count == null ? before.map(NodeSpec::nodeCount).orElse(0) : count,
                iops(size, asked, like.filter(nodes -> nodes.volumeType() == volume)),
                volume);
    }

    private static @Nullable VolumeType volume(
            Provider provider,
            InstanceSize size,
            RegionRequest.@Nullable HardwareRequest asked,
            Optional<NodeSpec> like) {
        if (provider != Provider.AWS) {
            return null;
        }
        VolumeType sent = asked == null ? null : asked.ebsVolumeType();
        return sent == null
                ? like.flatMap(nodes -> Optional.ofNullable(nodes.volumeType())).orElse(size.volumeType())
                : sent;
    }

    private static int iops(InstanceSize size, RegionRequest.@Nullable HardwareRequest asked, Optional<NodeSpec> like) {
        Integer sent = asked == null ? null : asked.diskIOPS();
        return sent == null ? like.map(NodeSpec::diskIops).orElse(size.iops()) : sent;
    }
}
