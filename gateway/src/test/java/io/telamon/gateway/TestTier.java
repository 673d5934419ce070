package io.telamon.gateway;

import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Tiers as a control plane may describe them. */
public enum TestTier {
    /** Throttled and limited, with few features left out. */
    FLEX,
    /** Neither throttled nor limited, with most features left out. */
    SERVERLESS;

    /** What the tier offers. */
    public Set<TierFeature> features() {
        return switch (this) {
            case FLEX ->
                EnumSet.complementOf(EnumSet.of(
                        TierFeature.NAMESPACE_FILTERS,
                        TierFeature.DISK_USE,
                        TierFeature.SERVER_SIDE_JAVASCRIPT,
                        TierFeature.USER_ROLES));
            case SERVERLESS -> EnumSet.of(TierFeature.NAMESPACE_FILTERS, TierFeature.DISK_USE, TierFeature.TIER_PROXY);
        };
    }

    /** How much a cluster of the tier may use. */
    public TierLimits limits() {
        return switch (this) {
            case FLEX ->
                new TierLimits(Map.of(
                        TierLimit.CONNECTIONS, 500L,
                        TierLimit.OPERATIONS_PER_SECOND, 500L,
                        TierLimit.DATABASES, 100L,
                        TierLimit.COLLECTIONS, 500L,
                        TierLimit.STORAGE_BYTES, 5L << 30,
                        TierLimit.DATABASE_NAME_BYTES, 38L,
                        TierLimit.NAMESPACE_BYTES, 95L,
                        TierLimit.NESTED_DEPTH, 50L,
                        TierLimit.PIPELINE_STAGES, 50L,
                        TierLimit.AGGREGATE_MILLIS, 300_000L));
            case SERVERLESS -> TierLimits.none();
        };
    }
}
