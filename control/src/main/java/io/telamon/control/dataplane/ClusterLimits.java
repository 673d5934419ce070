package io.telamon.control.dataplane;

import io.telamon.gateway.spi.directory.ClusterKind;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a cluster may use where that differs from its kind. What is not there is as usual; 0 switches a limit off. */
@Valid
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

    /** The limits of a cluster of that kind, with these differences. */
    TierLimits over(ClusterKind kind) {
        TierLimits limits = TierLimits.of(kind);
        for (TierLimit limit : TierLimit.values()) {
            Long value = of(limit);
            limits = value == null ? limits : limits.with(limit, value);
        }
        return limits;
    }

    /** All limits that are in force for a cluster, as clients are shown them; 0 for one that is off. */
    static ClusterLimits of(TierLimits limits) {
        return new ClusterLimits(
                limits.values().get(TierLimit.CONNECTIONS),
                limits.values().get(TierLimit.OPERATIONS_PER_SECOND),
                limits.values().get(TierLimit.DATABASES),
                limits.values().get(TierLimit.COLLECTIONS),
                limits.values().get(TierLimit.STORAGE_BYTES),
                limits.values().get(TierLimit.DATABASE_NAME_BYTES),
                limits.values().get(TierLimit.NAMESPACE_BYTES),
                limits.values().get(TierLimit.NESTED_DEPTH),
                limits.values().get(TierLimit.PIPELINE_STAGES),
                limits.values().get(TierLimit.AGGREGATE_MILLIS));
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
