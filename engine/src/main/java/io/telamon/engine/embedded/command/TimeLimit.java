package io.telamon.engine.embedded.command;

import io.telamon.engine.embedded.error.Errors;
import io.telamon.engine.embedded.store.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a command may take. */
final class TimeLimit {

    private static final String FIELD = "maxTimeMS";

    /** As long as the tiers let an aggregation ask for. */
    private static final Duration LONGEST_AGGREGATION = Duration.ofMinutes(5);

    private TimeLimit() {}

    /** As long as it asks for; an aggregation that does not ask may take as long as it could. */
    static Deadline of(Call call) {
        Duration asked = asked(call.body().get(FIELD));
        if (!asked.isZero()) {
            return Deadline.in(asked);
        }
        return call.command().equals("aggregate") ? Deadline.in(LONGEST_AGGREGATION) : Deadline.never();
    }

    /** Nothing if there is no limit. */
    private static Duration asked(@Nullable Object value) {
        return switch (value) {
            case null -> Duration.ZERO;
            case Number number
            when number.doubleValue() >= 0 && number.doubleValue() <= Integer.MAX_VALUE ->
                Duration.ofMillis(number.longValue());
            case Number number -> throw Errors.badValue(number + " value for " + FIELD + " is out of range");
            default -> throw Errors.typeMismatch("BSON field '" + FIELD + "' must be a number");
        };
    }
}
