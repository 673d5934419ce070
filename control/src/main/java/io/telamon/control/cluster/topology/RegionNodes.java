package io.telamon.control.cluster.topology;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a shard has in one region.
 *
 * @param priority 7 for the region that the primary is in, less for others, 0 where no node can become primary
 * @param electable those that can become primary
 * @param readOnly those that only read
 * @param analytics those that only read, for long queries
 * @param analyticsScaling what of the analytics nodes scales by itself, if that was set apart from the others
 */
public record RegionNodes(
        Provider provider,
        String region,
        int priority,
        NodeSpec electable,
        NodeSpec readOnly,
        NodeSpec analytics,
        AutoScaling autoScaling,
        @Nullable AutoScaling analyticsScaling) {

    /** The highest priority, which the region of the primary has. */
    public static final int HIGHEST_PRIORITY = 7;

    /** Whether it is in that region. */
    public boolean isIn(Provider otherProvider, String otherRegion) {
        return provider == otherProvider && region.equals(otherRegion);
    }

    /** The hardware of all types of nodes. */
    public Stream<NodeSpec> specs() {
        return Stream.of(electable, readOnly, analytics);
    }

    /** How many nodes there are. */
    public int nodes() {
        return specs().mapToInt(NodeSpec::nodeCount).sum();
    }

    /** The same nodes on the hardware of others. */
    RegionNodes onHardwareOf(RegionNodes other) {
        return new RegionNodes(
                provider,
                region,
                priority,
                electable.onHardwareOf(other.electable),
                readOnly.onHardwareOf(other.readOnly),
                analytics.onHardwareOf(other.analytics),
                autoScaling,
                analyticsScaling);
    }
}
