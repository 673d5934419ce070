package io.telamon.control.dataplane;

import io.telamon.control.store.StoredAsJson;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a cluster may use where that differs from its kind. What is not there is as usual; 0 switches a limit off. */
@Valid
@StoredAsJson
public record ClusterLimits(
        @Nullable @PositiveOrZero Long connections,
        @Nullable @PositiveOrZero Long operationsPerSecond,
        @Nullable @PositiveOrZero Long databases,
        @Nullable @PositiveOrZero Long collections,
        @Nullable @PositiveOrZero Long storageBytes,
        @Nullable @PositiveOrZero Long databaseNameBytes,
        @Nullable @PositiveOrZero Long namespaceBytes,
        @Nullable @PositiveOrZero Long nestedDepth,
        @Nullable @PositiveOrZero Long pipelineStages,
        @Nullable @PositiveOrZero Long aggregateMillis) {

    /**
     * The limits of a cluster.
     *
     * @param usual those of its tier, which hold where this states no value
     */
    TierLimits over(TierLimits usual) {
        TierLimits limits = usual;
        for (TierLimit limit : TierLimit.values()) {
            Long value = of(limit);
            if (value != null) {
                limits = value > 0 ? limits.with(limit, value) : limits.without(limit);
            }
        }
        return limits;
    }

    /** All limits that are in force for a cluster, as clients are shown them; 0 for one that is off. */
    static ClusterLimits of(TierLimits limits) {
        return new ClusterLimits(
                orZero(limits, TierLimit.CONNECTIONS),
                orZero(limits, TierLimit.OPERATIONS_PER_SECOND),
                orZero(limits, TierLimit.DATABASES),
                orZero(limits, TierLimit.COLLECTIONS),
                orZero(limits, TierLimit.STORAGE_BYTES),
                orZero(limits, TierLimit.DATABASE_NAME_BYTES),
                orZero(limits, TierLimit.NAMESPACE_BYTES),
                orZero(limits, TierLimit.NESTED_DEPTH),
                orZero(limits, TierLimit.PIPELINE_STAGES),
                orZero(limits, TierLimit.AGGREGATE_MILLIS));
    }

    private static long orZero(TierLimits limits, TierLimit limit) {
        return limits.has(limit) ? limits.of(limit) : 0;
    }

    private @Nullable Long of(TierLimit limit) {
        return switch (Objects.requireNonNull(limit)) {
            case CONNECTIONS -> connections;
            case OPERATIONS_PER_SECOND -> operationsPerSecond;
            case DATABASES -> databases;
            case COLLECTIONS -> collections;
            case STORAGE_BYTES -> storageBytes;
            case DATABASE_NAME_BYTES -> databaseNameBytes;
            case NAMESPACE_BYTES -> namespaceBytes;
            case NESTED_DEPTH -> nestedDepth;
            case PIPELINE_STAGES -> pipelineStages;
            case AGGREGATE_MILLIS -> aggregateMillis;
        };
    }
}
