package io.telamon.control.cluster.topology;

import java.util.List;
import java.util.function.Supplier;

/**
 * How the nodes of a cluster are arranged.
 *
 * @param zones at least one
 */
public record Topology(List<Zone> zones) {

    /** Keeps a copy. */
    public Topology {
        zones = List.copyOf(zones);
    }

    /** One zone with one shard. */
    public static Topology ofOneShard(String zoneName, Supplier<String> ids) {
        return new Topology(List.of(new Zone(ids.get(), ids.get(), zoneName, List.of(new Shard(ids.get())))));
    }
}
