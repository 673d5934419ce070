package io.telamon.control.rehearsal;

import io.telamon.control.store.StoredAsJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a tester sends to make something go wrong.
 *
 * @param operation id of an operation, in which {@code *} stands for anything; all operations when it is absent
 * @param status the answer's HTTP status: 429, 500 or 503
 * @param retryAfterSeconds the answer's {@code Retry-After}
 * @param latencyMillis how long the request waits before it goes on
 * @param dropConnection whether the connection is closed without an answer
 * @param stuck a cluster that stays in its state
 * @param count after how many hits the fault ends
 * @param probability of a hit, above 0 and at most 1
 */
@Valid
@StoredAsJson
public record FaultDefinition(
        @Nullable String operation,
        @Nullable Integer status,

        @Nullable
        @Min(value = 0, message = "must not be negative")
        @Max(value = 86_400, message = "must be a day at most")
        Integer retryAfterSeconds,

        @Nullable
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 600_000, message = "must be ten minutes at most")
        Integer latencyMillis,

        @Nullable Boolean dropConnection,
        @Nullable @Valid StuckCluster stuck,

        @Nullable @Min(value = 1, message = "must be at least 1")
        Integer count,

        @Nullable
        @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
        @DecimalMax(value = "1", message = "must be at most 1")
        Double probability) {

    /**
     * Which clusters stay in which state.
     *
     * @param groupId their project; all projects when it is absent
     * @param clusterName their name, in which {@code *} stands for anything
     * @param stateName the state; any when it is absent
     */
    @Valid
    public record StuckCluster(
            @Nullable String groupId,
            @NotNull String clusterName,
            @Nullable State stateName) {}

    /** The states that end by themselves. */
    public enum State {
        CREATING,
        UPDATING,
        DELETING
    }

    boolean doesSomething() {
        return status != null || latencyMillis != null || Boolean.TRUE.equals(dropConnection) || stuck != null;
    }
}
