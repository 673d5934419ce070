package io.telamon.control.monitoring.advisor;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time that the advisor is asked about: by default the last 24 hours. */
record TimeRange(Instant from, Instant to) {

    private static final Duration DAY = Duration.ofDays(1);

    /** The least moment, in milliseconds, as the API's schema has it. */
    private static final long EARLIEST = 1_199_145_600_000L;

    /** A longer time than anything is kept. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** By the parameters {@code since} and {@code duration}, both in milliseconds. */
    static TimeRange ofDuration(Call<?> call, Instant now) {
        Query query = call.query();
        Optional<Instant> since = moment(query, "since");
        Optional<Duration> duration = query.number("duration").map(Duration::ofMillis);
        ErrorCode.INVALID_QUERY_PARAMETER.refuseIf(
                duration.filter(length -> length.compareTo(LONGEST) > 0).isPresent(), "duration");
        Instant from = since.orElseGet(() -> now.minus(duration.orElse(DAY)));
        Instant to = since.isPresent() && duration.isPresent() ? from.plus(duration.get()) : now.plusSeconds(1);
        return new TimeRange(from, to);
    }

    /** By the parameters {@code since} and {@code until}, both in milliseconds. */
    static TimeRange ofUntil(Call<?> call, Instant now) {
        Optional<Instant> since = moment(call.query(), "since");
        Optional<Instant> until = moment(call.query(), "until");
        ErrorCode.MISSING_QUERY_PARAMETER.refuseIf(until.isPresent() && since.isEmpty(), "since");
        Instant from = since.orElse(now.minus(DAY));
        Instant to = until.orElse(now.plusSeconds(1));
        ErrorCode.START_DATE_AFTER_END_DATE.refuseIf(from.isAfter(to));
        return new TimeRange(from, to);
    }

    private static Optional<Instant> moment(Query query, String name) {
        return query.number(name).map(millis -> {
            ErrorCode.INVALID_QUERY_PARAMETER.refuseIf(millis < EARLIEST || millis > Long.MAX_VALUE / 2, name);
            return Instant.ofEpochMilli(millis);
        });
    }
}
