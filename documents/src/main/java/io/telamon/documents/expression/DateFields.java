package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a date while its text is read. A part of -1 was not read. */
final class DateFields {
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = -1;
    int minute = -1;
    int second = -1;
    int millisecond = -1;
    int dayOfYear = -1;
    int isoYear = -1;
    int isoWeek = -1;
    int isoDay = -1;
    private final String text;
    private int position;
    private @Nullable TimeZones zone;

    DateFields(String text) {
        this.text = text;
    }

    CommandException invalid() {
        return Conversion.failure("Error parsing date string '" + text + "'");
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return atEnd() ? '\0' : text.charAt(position);
    }

    void literal(char c) {
        if (c == ' ' && peek() == ' ') {
            while (peek() == ' ') {
                position++;
            }
        } else if (peek() == c) {
            position++;
        } else {
            throw invalid();
        }
    }

    int number(int min, int max) {
        int start = position;
        while (position - start < max && Character.isDigit(peek())) {
            position++;
        }
        if (position - start < min) {
            throw invalid();
        }
        return Integer.parseInt(text.substring(start, position));
    }

    int fraction() {
        int start = position;
        int value = number(1, 9);
        int digits = position - start;
        return (int) (value * Math.pow(10, 3 - digits));
    }

    int monthName() {
        String rest = text.substring(position).toLowerCase(Locale.ROOT);
        for (Month each : Month.values()) {
            String full = each.getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.ROOT);
            if (rest.startsWith(full)) {
                position += full.length();
                return each.getValue();
            }
        }
        for (Month each : Month.values()) {
            if (rest.startsWith(each.getDisplayName(TextStyle.SHORT, Locale.US).toLowerCase(Locale.ROOT))) {
                position += 3;
                return each.getValue();
            }
        }
        throw invalid();
    }

    /** Reads an offset as +0530 or +05:30, or the name of a zone. */
    void offset() {
        int start = position;
        while (!atEnd() && !Character.isWhitespace(peek())) {
            position++;
        }
        String name = text.substring(start, position);
        try {
            zone = name.equalsIgnoreCase("Z")
                    ? TimeZones.UTC
                    : TimeZones.of(name.startsWith("GMT+") || name.startsWith("GMT-") ? name.substring(3) : name);
        } catch (CommandException _) {
            throw invalid();
        }
    }

    void minutesOffset() {
        char sign = peek();
        if (sign != '+' && sign != '-') {
            throw invalid();
        }
        position++;
        int minutes = number(1, 4);
        zone = TimeZones.of(String.format(Locale.ROOT, "%c%02d:%02d", sign, minutes / 60, minutes % 60));
    }

    /** Sets the day of the year as formats count it: from the second of January on. */
    void setDayOfYear(int number) {
        dayOfYear = number + 1;
    }

    /** Takes the zone that another text named. */
    void setZoneOf(DateFields other) {
        this.zone = other.zone;
    }

    /** Takes the rest of the text as read. */
    void skipAll() {
        position = text.length();
    }

    /** The milliseconds since 1970 of what was read. */
    long finish(TimeZones otherwise, boolean given) {
        if (!atEnd() || (zone != null && given)) {
            throw invalid();
        }
        long day = epochDay();
        if (orZero(hour) > 23 || orZero(minute) > 59 || orZero(second) > 59) {
            throw invalid();
        }
        long local = day * CalendarFields.DAY
                + orZero(hour) * 3_600_000L
                + orZero(minute) * 60_000L
                + orZero(second) * 1000L
                + orZero(millisecond);
        return (zone == null ? otherwise : zone).fromLocal(local);
    }

    private static long orZero(int part) {
        return Math.max(0, part);
    }

    private long epochDay() {
        if (isoYear >= 0) {
            int week = isoWeek < 0 ? 1 : isoWeek;
            int weekDay = isoDay < 0 ? 1 : isoDay;
            if (week < 1 || week > 53 || weekDay < 1 || weekDay > 7) {
                throw invalid();
            }
            LocalDate first = LocalDate.of(isoYear, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1);
            return first.toEpochDay() - first.getDayOfWeek().getValue() + (week - 1) * 7L + weekDay;
        }
        if (year < 0) {
            throw invalid();
        }
        if (dayOfYear >= 0) {
            if (dayOfYear < 1 || dayOfYear > LocalDate.of(year, 1, 1).lengthOfYear() + 1) {
                throw invalid();
            }
            return LocalDate.of(year, 1, 1).toEpochDay() + dayOfYear - 1;
        }
        return DateFormat.epochDay(year, month < 0 ? 1 : month, day < 0 ? 1 : day, text);
    }
}
