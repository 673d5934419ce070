package io.telamon.control.cluster.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the nodes of a cluster are arranged.
 *
 * @param type how documents are spread
 * @param diskGb the size of each node's disk in gigabytes, the same in the whole cluster
 * @param zones at least one
 */
public record Topology(ClusterType type, double diskGb, List<Zone> zones) {

    /** Keeps a copy. */
    @SuppressWarnings("NullAway") // rows from before there were other types have none
    public Topology {
        type = type == null ? ClusterType.REPLICASET : type;
        zones = List.copyOf(zones);
    }

    /** One zone with one shard, whose nodes tenants share. */
    public static Topology ofTenant(String zoneName, double diskGb, Supplier<String> ids) {
        Shard shard = new Shard(ids.get(), List.of());
        return new Topology(
                ClusterType.REPLICASET, diskGb, List.of(new Zone(ids.get(), ids.get(), zoneName, List.of(shard))));
    }

    /** The shards of all zones, in order. */
    public List<Shard> shards() {
        return zones.stream().flatMap(zone -> zone.shards().stream()).toList();
    }

    /** Where the nodes of all shards are. */
    public Stream<RegionNodes> regions() {
        return shards().stream().flatMap(shard -> shard.regions().stream());
    }

    /** Where the primary of the first shard is. */
    public Optional<RegionNodes> primary() {
        return zones.getFirst().shards().getFirst().regions().stream()
                .max(Comparator.comparingInt(RegionNodes::priority));
    }

    /** Whether it has nodes at several providers. */
    public boolean spansProviders() {
        return regions().map(RegionNodes::provider).distinct().count() > 1;
    }

    /** Whether the shards of each zone are alike, as versions need that show a zone and not its shards. */
    public boolean hasShardsAlike() {
        return zones.stream()
                .allMatch(zone ->
                        zone.shards().stream().map(Shard::regions).distinct().count() == 1);
    }

    /** Whether something of it scales by itself. */
    public boolean scales() {
        return regions().anyMatch(nodes -> nodes.autoScaling().hasEffect());
    }

    /** The same nodes on the hardware that another topology has in the same region of the same shard. */
    public Topology onHardwareOf(Topology other) {
        Map<String, Shard> known = other.shards().stream().collect(Collectors.toMap(Shard::id, Function.identity()));
        List<Zone> moved = zones.stream()
                .map(zone -> zone.with(zone.shards().stream()
                        .map(shard -> Optional.ofNullable(known.get(shard.id()))
                                .map(shard::onHardwareOf)
                                .orElse(shard))
                        .toList()))
                .toList();
        return new Topology(type, other.diskGb, moved);
    }
}
