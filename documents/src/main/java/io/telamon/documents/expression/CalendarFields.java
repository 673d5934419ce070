package io.telamon.documents.expression;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * A local date and time in parts.
 *
 * @param epochDay days since 1970-01-01
 * @param timeOfDay milliseconds since midnight
 */
record CalendarFields(long epochDay, int timeOfDay, LocalDate date) {
    static final long DAY = 86_400_000L;

    /** The parts of local milliseconds. */
    static CalendarFields of(long milliseconds) {
        long day = Math.floorDiv(milliseconds, DAY);
        return new CalendarFields(day, (int) Math.floorMod(milliseconds, DAY), LocalDate.ofEpochDay(day));
    }

    int year() {
        return date.getYear();
    }

    int month() {
        return date.getMonthValue();
    }

    int day() {
        return date.getDayOfMonth();
    }

    int hour() {
        return timeOfDay / 3_600_000;
    }

    int minute() {
        return timeOfDay / 60_000 % 60;
    }

    int second() {
        return timeOfDay / 1000 % 60;
    }

    int millisecond() {
        return timeOfDay % 1000;
    }

    int dayOfYear() {
        return date.getDayOfYear();
    }

    /** Sunday is 1. */
    int dayOfWeek() {
        return date.getDayOfWeek().getValue() % 7 + 1;
    }

    /** Monday is 1. */
    int isoDayOfWeek() {
        return date.getDayOfWeek().getValue();
    }

    int isoWeek() {
        return date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    int isoWeekYear() {
        return date.get(IsoFields.WEEK_BASED_YEAR);
    }

    /** The week of the year: weeks begin on Sunday, days before the first Sunday are in week 0. */
    int week() {
        return (dayOfYear() + 7 - dayOfWeek()) / 7;
    }
}
