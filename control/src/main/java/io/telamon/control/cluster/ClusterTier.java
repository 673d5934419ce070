package io.telamon.control.cluster;

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

    /** The tier of the clusters of a kind. */
    public static ClusterTier of(Cluster.Kind kind) {
        return switch (kind) {
            case FLEX -> FLEX;
            case FREE -> FREE;
            case SERVERLESS -> SERVERLESS;
        };
    }
}
