package io.telamon.control.hosting;

import io.telamon.gateway.spi.ClusterKind;
import io.telamon.gateway.spi.Limit;
import io.telamon.gateway.spi.Limits;
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
    Limits over(ClusterKind kind) {
        Limits limits = Limits.of(kind);
        for (Limit limit : Limit.values()) {
            Long value = of(limit);
            limits = value == null ? limits : limits.with(limit, value);
        }
        return limits;
    }

    /** All limits that are in force for a cluster, as clients are shown them; 0 for one that is off. */
    static ClusterLimits of(Limits limits) {
        return new ClusterLimits(
                limits.values().get(Limit.CONNECTIONS),
                limits.values().get(Limit.OPERATIONS_PER_SECOND),
                limits.values().get(Limit.DATABASES),
                limits.values().get(Limit.COLLECTIONS),
                limits.values().get(Limit.STORAGE_BYTES),
                limits.values().get(Limit.DATABASE_NAME_BYTES),
                limits.values().get(Limit.NAMESPACE_BYTES),
                limits.values().get(Limit.NESTED_DEPTH),
                limits.values().get(Limit.PIPELINE_STAGES),
                limits.values().get(Limit.AGGREGATE_MILLIS));
    }

    private @Nullable Long of(Limit limit) {
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
