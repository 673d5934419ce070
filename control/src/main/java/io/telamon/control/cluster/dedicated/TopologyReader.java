package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Shard;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Reads how the nodes of a cluster are to be arranged, from the form of any version. Zones and shards that are there keep their ids, whether
 * a client sends them or not, as recorded.
 */
final class TopologyReader {

    private final ShardReader shards;
    private final DiskReader disks;
    private final Supplier<String> ids;

    /** One that makes the ids of zones and shards by {@code ids}. */
    TopologyReader(Regions regions, InstanceSizes sizes, Supplier<String> ids) {
        this.shards = new ShardReader(regions, sizes);
        this.disks = new DiskReader(sizes);
        this.ids = ids;
    }

    /**
     * The topology of a new cluster.
     *
     * @throws io.telamon.control.api.ApiException those of {@link ShardReader} and {@link DiskReader},
     *     {@link ErrorCode#MISSING_ATTRIBUTE}, {@link ErrorCode#DUPLICATE_ZONE_NAME}
     */
    Topology ofNew(ClusterRequest asked) {
        asked.requiredSpecs();
        ClusterType type = asked.clusterType();
        return read(asked, type == null ? ClusterType.REPLICASET : type, Optional.empty());
    }

    /** The topology of a cluster that is changed. Throws as {@link #ofNew} does. */
    Topology ofChanged(ClusterRequest asked, Topology before) {
        ClusterType type = asked.clusterType();
        return read(asked, type == null ? before.type() : type, Optional.of(before));
    }

    private Topology read(ClusterRequest asked, ClusterType type, Optional<Topology> before) {
        List<? extends SpecRequest> specs = asked.replicationSpecs();
        List<Zone> zones = specs == null
                ? before.orElseThrow().zones()
                : ZonePlan.of(specs, asked.isZoned(), before).stream()
                        .map(this::zone)
                        .toList();
        List<RegionNodes> nodes = zones.stream()
                .flatMap(zone -> zone.shards().stream())
                .flatMap(shard -> shard.regions().stream())
                .toList();
        OptionalDouble diskBefore = before.map(DiskReader::of).orElse(OptionalDouble.empty());
        return new Topology(type, disks.read(asked, diskBefore, nodes), zones);
    }

    private Zone zone(ZonePlan plan) {
        String zoneId = plan.before().map(Zone::id).orElseGet(ids);
        String specId = plan.before().map(Zone::spec).orElseGet(ids);
        List<Shard> read = new ArrayList<>();
        for (ZonePlan.ShardPlan shard : plan.shards()) {
            read.add(new Shard(
                    shard.before().map(Shard::id).orElseGet(ids), shards.read(shard.regions(), shard.before())));
        }
        return new Zone(zoneId, specId, plan.name(), read);
    }
}
