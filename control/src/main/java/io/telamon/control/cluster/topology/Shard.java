package io.telamon.control.cluster.topology;

import java.util.List;
import java.util.Optional;

/**
 * A shard: a replica set that has a part of the documents, or all.
 *
 * @param id 24 hexadecimal digits, the id of the replication spec in versions that have one for each shard
 * @param regions where its nodes are, in the order in which they were sent; none of a free cluster
 */
public record Shard(String id, List<RegionNodes> regions) {

    /** Keeps a copy. */
    @SuppressWarnings("NullAway") // rows from before there were regions have none
    public Shard {
        regions = regions == null ? List.of() : List.copyOf(regions);
    }

    /** Its nodes in a region, if it has some there. */
    public Optional<RegionNodes> in(Provider provider, String region) {
        return regions.stream().filter(nodes -> nodes.isIn(provider, region)).findFirst();
    }

    /** How many nodes it has. */
    public int nodes() {
        return regions.stream().mapToInt(RegionNodes::nodes).sum();
    }

    /** The same nodes on the hardware that another shard has in each region. */
    Shard onHardwareOf(Shard other) {
        return new Shard(
                id,
                regions.stream()
                        .map(nodes -> other.in(nodes.provider(), nodes.region())
                                .map(nodes::onHardwareOf)
                                .orElse(nodes))
                        .toList());
    }
}
