package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.InstanceSize;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import java.util.Map;
import java.util.Set;

/**
 * What clusters of one kind offer to drivers and how much they may use, as the manual of Atlas states it: "Free Cluster Limits", "Flex
 * Limitations" and "Serverless Instance Limitations".
 *
 * @param features what is offered
 * @param limits how much may be used unless a cluster has limits of its own
 */
public record ClusterTier(Set<TierFeature> features, TierLimits limits) {

    private static final long GIB = 1L << 30;

    private static final TierLimits COMMON = new TierLimits(Map.of(
            TierLimit.CONNECTIONS, 500L,
            TierLimit.COLLECTIONS, 500L,
            TierLimit.DATABASE_NAME_BYTES, 38L,
            TierLimit.NAMESPACE_BYTES, 95L,
            TierLimit.NESTED_DEPTH, 50L,
            TierLimit.PIPELINE_STAGES, 50L,
            TierLimit.AGGREGATE_MILLIS, 300_000L));

    private static final Set<TierFeature> OF_REPLICA_SETS = Set.of(
            TierFeature.COMPRESSION,
            TierFeature.COLLATION,
            TierFeature.WRITE_CONCERN_MEMBERS,
            TierFeature.CAPPED_COLLECTIONS,
            TierFeature.OPLOG,
            TierFeature.CHANGE_STREAMS,
            TierFeature.OUT,
            TierFeature.SEARCH,
            TierFeature.TIER_PROXY);

    /** Connections to each node that the service keeps for itself (manual of Atlas, "Connection Limits and Cluster Tier"). */
    private static final int OF_THE_SERVICE = 10;

    private static final Set<TierFeature> OF_DEDICATED = Set.of(
            TierFeature.COMPRESSION,
            TierFeature.COLLATION,
            TierFeature.WRITE_CONCERN_MEMBERS,
            TierFeature.CAPPED_COLLECTIONS,
            TierFeature.OPLOG,
            TierFeature.CHANGE_STREAMS,
            TierFeature.OUT,
            TierFeature.SEARCH,
            TierFeature.NAMESPACE_FILTERS,
            TierFeature.DISK_USE,
            TierFeature.SERVER_SIDE_JAVASCRIPT,
            TierFeature.USER_ROLES);

    private static final ClusterTier FREE = new ClusterTier(
            OF_REPLICA_SETS,
            COMMON.with(TierLimit.OPERATIONS_PER_SECOND, 100)
                    .with(TierLimit.DATABASES, 100)
                    .with(TierLimit.STORAGE_BYTES, GIB / 2));

    private static final ClusterTier FLEX = new ClusterTier(
            OF_REPLICA_SETS,
            COMMON.with(TierLimit.OPERATIONS_PER_SECOND, 500)
                    .with(TierLimit.DATABASES, 100)
                    .with(TierLimit.STORAGE_BYTES, 5 * GIB));

    private static final ClusterTier SERVERLESS = new ClusterTier(
            Set.of(TierFeature.NAMESPACE_FILTERS, TierFeature.DISK_USE, TierFeature.TIER_PROXY),
            COMMON.with(TierLimit.DATABASES, 50).with(TierLimit.STORAGE_BYTES, 1024 * GIB));

    /** Keeps a copy of the features. */
    public ClusterTier {
        features = Set.copyOf(features);
    }

    /** The tier of the clusters of a kind that tenants share. */
    public static ClusterTier of(Cluster.Kind kind) {
        return switch (kind) {
            case FLEX -> FLEX;
            case FREE -> FREE;
            case SERVERLESS -> SERVERLESS;
            case DEDICATED -> throw new IllegalArgumentException("the size of a dedicated cluster decides");
        };
    }

    /** The tier of a dedicated cluster: each of its members takes as many connections as its size has, and each shard fills a disk. */
    public static ClusterTier ofDedicated(Topology topology, ProcessArgs processes, InstanceSizes sizes) {
        RegionNodes primary = topology.primary().orElseThrow();
        InstanceSize size = sizes.get(primary.provider(), primary.electable().instanceSize());
        double disks = topology.diskGb() * topology.shards().size();
        return new ClusterTier(
                OF_DEDICATED,
                new TierLimits(Map.of(
                        TierLimit.CONNECTIONS,
                        (long) size.connections() - OF_THE_SERVICE,
                        TierLimit.STORAGE_BYTES,
                        (long) (disks * GIB))));
    }
}
