package io.telamon.control.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value at a moment.
 *
 * @param timestamp when the step begins that it is of
 * @param value nothing where it is not known, which is written as null, as recorded
 */
record DataPoint(
        Instant timestamp,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double value) {}
