package io.telamon.control.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads dates and times with an offset, in the years that RFC 3339 has (section 5.6): 0000 to 9999. */
final class Timestamps {

    private static final int LAST_YEAR = 9999;

    private Timestamps() {}

    /** The moment, or nothing when the text is no date and time of those years. */
    static Optional<Instant> parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() >= 0 && time.getYear() <= LAST_YEAR
                    ? Optional.of(time.toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
