package io.telamon.engine.embedded.command;

import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.ReadDeadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a command may take. */
final class TimeLimit {

    private static final String FIELD = "maxTimeMS";

    /** As long as the tiers let an aggregation ask for. */
    private static final Duration LONGEST_AGGREGATION = Duration.ofMinutes(5);

    private TimeLimit() {}

    /** As long as it asks for; an aggregation that does not ask may take as long as it could. */
    static ReadDeadline of(CommandCall call) {
        Duration asked = asked(call.body().get(FIELD));
        if (!asked.isZero()) {
            return ReadDeadline.in(asked);
        }
        return call.command().equals("aggregate") ? ReadDeadline.in(LONGEST_AGGREGATION) : ReadDeadline.never();
    }

    /** Nothing if there is no limit. */
    private static Duration asked(@Nullable Object value) {
        return switch (value) {
            case null -> Duration.ZERO;
            case Number number
            when number.doubleValue() >= 0 && number.doubleValue() <= Integer.MAX_VALUE ->
                Duration.ofMillis(number.longValue());
            case Number number -> throw CommandErrors.badValue(number + " value for " + FIELD + " is out of range");
            default -> throw CommandErrors.typeMismatch("BSON field '" + FIELD + "' must be a number");
        };
    }
}
