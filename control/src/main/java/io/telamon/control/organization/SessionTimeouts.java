package io.telamon.control.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How long console sessions may last.
 *
 * @param absoluteSessionTimeoutInSeconds 3600 to 43200; absent means 43200
 * @param idleSessionTimeoutInSeconds from 300 to the absolute timeout; absent means none
 */
@Valid
public record SessionTimeouts(
        @Min(value = 3600, message = "must be 3600 to 43200 seconds")
        @Max(value = 43_200, message = "must be 3600 to 43200 seconds")
        @Nullable
        Integer absoluteSessionTimeoutInSeconds,

        @Min(value = 300, message = "must be at least 300 seconds") @Nullable
        Integer idleSessionTimeoutInSeconds) {

    static final SessionTimeouts NONE = new SessionTimeouts(null, null);

    private static final int LONGEST = 43_200;

    boolean idleOutlastsAbsolute() {
        int absolute = absoluteSessionTimeoutInSeconds == null ? LONGEST : absoluteSessionTimeoutInSeconds;
        return idleSessionTimeoutInSeconds != null && idleSessionTimeoutInSeconds > absolute;
    }
}
