package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.TimestampValue;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as text. */
final class DateText {
    private static final DateTimeFormatter PRETTY = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH);

    private DateText() {}

    /** A date as {@code 2024-06-15T10:30:45.123Z}. */
    static String iso(long milliseconds) {
        CalendarFields fields = CalendarFields.of(milliseconds);
        if (fields.year() < 0 || fields.year() > 9999) {
            throw new CommandException(
                    18537,
                    "Could not convert date to string: date component was outside the supported range of 0-9999: "
                            + fields.year());
        }
        StringBuilder text = new StringBuilder(24);
        pad(text, fields.year(), 4).append('-');
        pad(text, fields.month(), 2).append('-');
        pad(text, fields.day(), 2).append('T');
        pad(text, fields.hour(), 2).append(':');
        pad(text, fields.minute(), 2).append(':');
        pad(text, fields.second(), 2).append('.');
        return pad(text, fields.millisecond(), 3).append('Z').toString();
    }

    /** A timestamp as {@code Jan  1 00:00:01:2}. */
    static String pretty(TimestampValue value) {
        return LocalDateTime.ofEpochSecond(value.seconds(), 0, ZoneOffset.UTC).format(PRETTY) + ':' + value.increment();
    }

    /** Appends a number with zeros in front. */
    static StringBuilder pad(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        text.repeat("0", Math.max(0, width - digits.length()));
        return text.append(digits);
    }
}
