package io.telamon.control.calendar;

import java.time.LocalDate;

/** The stages of the end of serverless instances, in the order in which the service went through them. */
public enum Stage {
    /** Serverless instances are what they were. */
    SERVERLESS(LocalDate.of(2025, 1, 1)),
    /** Creating an instance makes a flex cluster that both APIs show. */
    FLEX(LocalDate.of(2026, 1, 2)),
    /** The operations are gone, but for listings that are empty and instances that are not found. */
    SUNSET(LocalDate.of(2026, 1, 22)),
    /** The operations are all gone. */
    GONE(LocalDate.of(2027, 1, 15));

    private static final LocalDate FLEX_BEGINS = LocalDate.of(2025, 2, 5);
    private static final LocalDate READING_IS_EMPTY = LocalDate.of(2026, 1, 15);

    private final LocalDate typicalDay;

    Stage(LocalDate typicalDay) {
        this.typicalDay = typicalDay;
    }

    /** A day on which the service was in this stage. */
    public LocalDate typicalDay() {
        return typicalDay;
    }

    /** The stage in which the service was on a day. */
    public static Stage on(LocalDate day) {
        if (day.isBefore(FLEX_BEGINS)) {
            return SERVERLESS;
        }
        if (day.isBefore(SUNSET.typicalDay)) {
            return FLEX;
        }
        return day.isBefore(GONE.typicalDay) ? SUNSET : GONE;
    }

    /** Whether lists of instances are empty and no instance is found on that day. */
    static boolean showsNothingOn(LocalDate day) {
        return !day.isBefore(READING_IS_EMPTY);
    }
}
