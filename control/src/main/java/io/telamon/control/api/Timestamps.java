package io.telamon.control.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates, and dates with a time, in the forms of ISO 8601 that the service takes, in the years that RFC 3339 has
 * (section 5.6): 0000 to 9999. A date alone is its midnight, and what has no offset is in UTC. An offset is {@code Z},
 * {@code +02:00}, {@code +0200} or {@code +02}.
 */
final class Timestamps {

    private static final int LAST_YEAR = 9999;

    /** Where the colon is missing in the offset of a time. */
    private static final Pattern COMPACT_OFFSET = Pattern.compile("(?<=[Tt][0-9:.]{2,18}[+-][0-9]{2})(?=[0-9]{2}$)");

    private static final DateTimeFormatter FORMS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .parseStrict()
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    private static String withColon(String text) {
        return COMPACT_OFFSET.matcher(text).replaceFirst(":");
    }

    /** The moment, or nothing when the text is no date of those years, with or without a time. */
    static Optional<Instant> parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(withColon(text), FORMS).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() >= 0 && time.getYear() <= LAST_YEAR
                    ? Optional.of(time.toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
