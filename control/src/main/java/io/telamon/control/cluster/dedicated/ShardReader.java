package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.AutoScaling;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the nodes of one shard. What a client leaves out is as it was in that region, and the sizes of instances are as elsewhere in the
 * shard, as recorded.
 */
final class ShardReader {

    private final Regions regions;
    private final HardwareReader hardware;

    ShardReader(Regions regions, InstanceSizes sizes) {
        this.regions = regions;
        this.hardware = new HardwareReader(sizes);
    }

    /**
     * The regions of a shard.
     *
     * @param before the shard as it is, if it is there
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_ATTRIBUTE} for a region that there is not,
     *     {@link ErrorCode#MISSING_ATTRIBUTE} for an instance size, {@link ErrorCode#AUTO_SCALINGS_MUST_BE_IN_EVERY_REGION_CONFIG}
     */
    List<RegionNodes> read(List<RegionRequest> asked, Optional<Shard> before) {
        long scaling =
                asked.stream().filter(region -> region.autoScaling() != null).count();
        ErrorCode.AUTO_SCALINGS_MUST_BE_IN_EVERY_REGION_CONFIG.refuseIf(scaling > 0 && scaling < asked.size());
        ShardSizes sizes = ShardSizes.of(asked, before);
        List<RegionNodes> read = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            read.add(read(asked.get(i), i, before, sizes));
        }
        return read;
    }

    private RegionNodes read(RegionRequest asked, int position, Optional<Shard> before, ShardSizes sizes) {
        Provider provider = Provider.valueOf(asked.providerName());
        if (regions.find(provider, asked.regionName()).isEmpty()) {
            throw ErrorCode.INVALID_ATTRIBUTE.because(
                    List.of(new Violation("regionName", "is no region of " + provider)), "regionName");
        }
        Optional<RegionNodes> was = before.flatMap(shard -> shard.in(provider, asked.regionName()));
        String base = sizes.base(asked, was);
        NodeSpec electable = hardware.read(
                provider, base, asked.electableSpecs(), was.map(RegionNodes::electable), Optional.empty());
        NodeSpec readOnly = hardware.read(
                provider,
                sizes.readOnly(asked, base),
                asked.readOnlySpecs(),
                was.map(RegionNodes::readOnly),
                Optional.of(electable));
        NodeSpec analytics = hardware.read(
                provider,
                sizes.analytics(asked, was, base),
                asked.analyticsSpecs(),
                was.map(RegionNodes::analytics),
                Optional.of(electable));
        return new RegionNodes(
                provider,
                asked.regionName(),
                priority(asked, was, electable.nodeCount() > 0 ? RegionNodes.HIGHEST_PRIORITY - position : 0),
                electable,
                readOnly,
                analytics,
                Objects.requireNonNull(scaling(
                        asked.autoScaling(), was.map(RegionNodes::autoScaling).orElse(AutoScaling.NONE))),
                scaling(
                        asked.analyticsAutoScaling(),
                        was.map(RegionNodes::analyticsScaling).orElse(null)));
    }

    private static int priority(RegionRequest asked, Optional<RegionNodes> was, int usual) {
        Integer priority = asked.priority();
        return priority == null ? was.map(RegionNodes::priority).orElse(usual) : priority;
    }

    private static @Nullable AutoScaling scaling(@Nullable AutoScalingRequest asked, @Nullable AutoScaling was) {
        if (asked == null) {
            return was;
        }
        AutoScaling before = Objects.requireNonNullElse(was, AutoScaling.NONE);
        AutoScalingRequest.Disk disk = asked.diskGB();
        Boolean grows = disk == null ? null : disk.enabled();
        return new AutoScaling(
                compute(asked.compute(), before.compute()), Objects.requireNonNullElse(grows, before.disk()));
    }

    /** Bounds hold as long as sizes scale, and are forgotten then. */
    private static AutoScaling.Compute compute(AutoScalingRequest.@Nullable Compute asked, AutoScaling.Compute before) {
        if (asked == null) {
            return before;
        }
        boolean enabled = Objects.requireNonNullElse(asked.enabled(), before.enabled());
        boolean scaleDown = Objects.requireNonNullElse(asked.scaleDownEnabled(), enabled && before.scaleDown());
        AutoScaling.Compute kept = enabled ? before : AutoScaling.NONE.compute();
        return new AutoScaling.Compute(
                enabled,
                scaleDown,
                asked.minInstanceSize() == null ? kept.min() : asked.minInstanceSize(),
                asked.maxInstanceSize() == null ? kept.max() : asked.maxInstanceSize());
    }

    /** The sizes that are named somewhere in a shard, and those that it has. */
    private record ShardSizes(Optional<String> sent, Optional<String> sentForAnalytics, Optional<String> before) {

        static ShardSizes of(List<RegionRequest> asked, Optional<Shard> before) {
            return new ShardSizes(
                    first(asked.stream()
                            .flatMap(region -> Stream.of(region.electableSpecs(), region.readOnlySpecs())
                                    .map(ShardSizes::size))),
                    first(asked.stream().map(region -> size(region.analyticsSpecs()))),
                    before.map(shard -> shard.regions().getFirst().electable().instanceSize()));
        }

        private static @Nullable String size(RegionRequest.@Nullable HardwareRequest hardware) {
            return hardware == null ? null : hardware.instanceSize();
        }

        private static Optional<String> first(Stream<@Nullable String> sizes) {
            return sizes.flatMap(Stream::ofNullable).findFirst();
        }

        String base(RegionRequest asked, Optional<RegionNodes> was) {
            return Optional.ofNullable(size(asked.electableSpecs()))
                    .or(() -> Optional.ofNullable(size(asked.readOnlySpecs())))
                    .or(() -> sent)
                    .or(() -> was.map(nodes -> nodes.electable().instanceSize()))
                    .or(() -> before)
                    .orElseThrow(() -> ErrorCode.MISSING_ATTRIBUTE.about(
                            asked.electableSpecs() == null ? "electableSpecs" : "instanceSize"));
        }

        String readOnly(RegionRequest asked, String base) {
            return Optional.ofNullable(size(asked.readOnlySpecs())).orElse(base);
        }

        String analytics(RegionRequest asked, Optional<RegionNodes> was, String base) {
            return Optional.ofNullable(size(asked.analyticsSpecs()))
                    .or(() -> sentForAnalytics)
                    .or(() -> was.map(RegionNodes::analytics)
                            .filter(nodes -> nodes.nodeCount() > 0)
                            .map(nodes -> nodes.instanceSize()))
                    .orElse(base);
        }
    }
}
