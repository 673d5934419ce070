package io.telamon.control.cluster.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shards that have their place in common. The recorded service gives the zone, its replication spec and its shards ids of
 * their own.
 *
 * @param id 24 hexadecimal digits, that of the zone in every version
 * @param spec 24 hexadecimal digits, the id of the replication spec in versions that have one for each zone
 * @param name as the client has it, "Zone 1" otherwise
 * @param shards at least one
 */
public record Zone(String id, String spec, String name, List<Shard> shards) {

    /** What a zone is named that has no name, as recorded. */
    public static final String DEFAULT_NAME = "Zone 1";

    /** Keeps a copy. */
    public Zone {
        shards = List.copyOf(shards);
    }

    /** The same with other shards. */
    Zone with(List<Shard> others) {
        return new Zone(id, spec, name, others);
    }

    /** Where the primary of its first shard is: provider and region; nothing of a free cluster. */
    public Optional<String> primaryRegion() {
        return shards.getFirst().regions().stream()
                .max(Comparator.comparingInt(RegionNodes::priority))
                .map(nodes -> nodes.provider() + " " + nodes.region());
    }
}
