package io.telamon.control.cluster.topology;

import java.util.List;

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
}
