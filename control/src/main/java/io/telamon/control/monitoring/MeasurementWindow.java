package io.telamon.control.monitoring;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The time that measurements are asked of.
 *
 * @param granularity the length of a step as it was sent
 * @param step the length of a step
 */
record MeasurementWindow(String granularity, Duration step, Instant from, Instant to) {

    /** What the manual of Atlas has, and half an hour, which was recorded. */
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofDays(1));

    private static final Duration LONGEST = Duration.ofDays(3660);

    /**
     * The one that a query asks of: a granularity, and either a period that ends now or a start and an end.
     *
     * @throws ApiException {@link ErrorCode#MISSING_QUERY_PARAMETER}, {@link ErrorCode#INVALID_GRANULARITY},
     *     {@link ErrorCode#INVALID_PERIOD}, {@link ErrorCode#MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS},
     *     {@link ErrorCode#START_DATE_AFTER_END_DATE}
     */
    static MeasurementWindow of(Call<?> call, Instant now) {
        Query query = call.query();
        String granularity = query.text("granularity").orElseThrow(() -> missing("granularity"));
        Duration step = duration(granularity)
                .filter(STEPS::contains)
                .orElseThrow(() -> ErrorCode.INVALID_GRANULARITY.about(granularity));
        Optional<Instant> start = query.timestamp("start");
        Optional<Instant> end = query.timestamp("end");
        Optional<String> period = query.text("period");
        if (period.isPresent()) {
            ErrorCode.MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS.refuseIf(start.isPresent(), "period", "start");
            ErrorCode.MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS.refuseIf(end.isPresent(), "period", "end");
            Duration length = duration(period.get()).orElseThrow(ErrorCode.INVALID_PERIOD::about);
            return new MeasurementWindow(granularity, step, now.minus(length), now);
        }
        Instant from = start.orElseThrow(() -> missing(end.isPresent() ? "start" : "period"));
        Instant to = end.orElseThrow(() -> missing("end"));
        ErrorCode.START_DATE_AFTER_END_DATE.refuseIf(from.isAfter(to));
        return new MeasurementWindow(granularity, step, from, to);
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    private static ApiException missing(String parameter) {
        return ErrorCode.MISSING_QUERY_PARAMETER.about(parameter);
    }

    /** A duration above nothing in the form of ISO 8601, of days, hours, minutes and seconds. */
    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(length -> length.isPositive() && length.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
