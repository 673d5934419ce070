package io.telamon.documents.expression;

/** Units of time that date operators know, the largest first. */
enum DateUnit {
    YEAR(0, 12),
    QUARTER(0, 3),
    MONTH(0, 1),
    WEEK(7 * CalendarFields.DAY, 0),
    DAY(CalendarFields.DAY, 0),
    HOUR(3_600_000L, 0),
    MINUTE(60_000L, 0),
    SECOND(1000L, 0),
    MILLISECOND(1L, 0);

    private final long milliseconds;
    private final int months;

    DateUnit(long milliseconds, int months) {
        this.milliseconds = milliseconds;
        this.months = months;
    }

    /** The length, 0 when it differs. */
    long milliseconds() {
        return milliseconds;
    }

    /** The number of months, 0 when this is no multiple of months. */
    int months() {
        return months;
    }

    /** Whether this unit is shorter than a day, so that time zones do not matter to it. */
    boolean isTime() {
        return compareTo(DAY) > 0;
    }
}
