package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates written and read by a format of percent signs and letters. */
final class DateFormat {
    private static final String OUTPUT = "dGHjLmMSwuUVYzZ%bB";
    private static final String INPUT = "dGHjLmMSuVYzZ%bB";

    private DateFormat() {}

    /** Checks a format for writing. Error 18535 for a percent sign at the end, 18536 for an unknown letter. */
    static void checkOutput(String format) {
        check(format, OUTPUT);
    }

    /** Checks a format for reading. */
    static void checkInput(String format) {
        check(format, INPUT);
    }

    private static void check(String format, String letters) {
        for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 2)) {
            if (i + 1 == format.length()) {
                throw new CommandException(18535, "Unmatched '%' at end of format string");
            }
            if (letters.indexOf(format.charAt(i + 1)) < 0) {
                throw new CommandException(
                        18536, "Invalid format character '%" + format.charAt(i + 1) + "' in format string");
            }
        }
    }

    static String format(String format, long milliseconds, TimeZones zone) {
        long offset = zone.offset(milliseconds);
        CalendarFields fields = CalendarFields.of(milliseconds + offset);
        StringBuilder text = new StringBuilder(format.length() + 16);
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%') {
                append(text, format.charAt(++i), fields, offset);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, char letter, CalendarFields fields, long offset) {
        switch (letter) {
            case 'Y' -> DateText.pad(text, year(fields.year()), 4);
            case 'G' -> DateText.pad(text, year(fields.isoWeekYear()), 4);
            case 'm' -> DateText.pad(text, fields.month(), 2);
            case 'd' -> DateText.pad(text, fields.day(), 2);
            case 'H' -> DateText.pad(text, fields.hour(), 2);
            case 'M' -> DateText.pad(text, fields.minute(), 2);
            case 'S' -> DateText.pad(text, fields.second(), 2);
            case 'L' -> DateText.pad(text, fields.millisecond(), 3);
            case 'j' -> DateText.pad(text, fields.dayOfYear(), 3);
            case 'w' -> text.append(fields.dayOfWeek());
            case 'u' -> text.append(fields.isoDayOfWeek());
            case 'U' -> DateText.pad(text, fields.week(), 2);
            case 'V' -> DateText.pad(text, fields.isoWeek(), 2);
            case 'b' -> text.append(fields.date().getMonth().getDisplayName(TextStyle.SHORT, Locale.US));
            case 'B' -> text.append(fields.date().getMonth().getDisplayName(TextStyle.FULL, Locale.US));
            case 'z' -> offset(text, offset);
            case 'Z' -> text.append(offset / 60_000);
            default -> text.append(letter);
        }
    }

    private static int year(int year) {
        if (year < 0 || year > 9999) {
            throw new CommandException(
                    18537,
                    "Could not convert date to string: date component was outside the supported range of 0-9999: "
                            + year);
        }
        return year;
    }

    private static void offset(StringBuilder text, long offset) {
        long minutes = Math.abs(offset / 60_000);
        text.append(offset >= 0 ? '+' : '-');
        DateText.pad(DateText.pad(text, minutes / 60, 2), minutes % 60, 2);
    }

    static long parse(String format, String text, TimeZones zone, boolean zoneGiven) {
        DateFields fields = new DateFields(text);
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                fields.literal(c);
            } else {
                read(fields, format.charAt(++i));
            }
        }
        return fields.finish(zone, zoneGiven);
    }

    private static void read(DateFields fields, char letter) {
        switch (letter) {
            case 'Y' -> fields.year = fields.number(4, 4);
            case 'G' -> fields.isoYear = fields.number(4, 4);
            case 'm' -> fields.month = fields.number(2, 2);
            case 'd' -> fields.day = fields.number(2, 2);
            case 'H' -> fields.hour = fields.number(2, 2);
            case 'M' -> fields.minute = fields.number(2, 2);
            case 'S' -> fields.second = fields.number(2, 2);
            case 'L' -> fields.millisecond = fields.fraction();
            case 'j' -> fields.setDayOfYear(fields.number(1, 3));
            case 'u' -> fields.isoDay = fields.number(1, 1);
            case 'V' -> fields.isoWeek = fields.number(2, 2);
            case 'b', 'B' -> fields.month = fields.monthName();
            case 'z' -> fields.offset();
            case 'Z' -> fields.minutesOffset();
            default -> fields.literal(letter);
        }
    }

    /** The day of a date, or the error of a text that is no date. */
    static long epochDay(int year, int month, int day, String text) {
        if (month < 1
                || month > 12
                || day < 1
                || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            throw Conversion.failure("Error parsing date string '" + text + "'");
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }
}
