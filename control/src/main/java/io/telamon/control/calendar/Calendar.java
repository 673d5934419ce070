package io.telamon.control.calendar;

import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What day it is for the versions of operations, and for the meaning of the serverless ones. It is set by the
 * configuration, or while running by {@link CalendarOperations}, which all nodes keep to, and later starts that are
 * configured without one.
 */
public final class Calendar {

    private static final String SETTING = "calendar";
    private static final String TODAY = "today";

    /** The stage without any setting: on its day no version has ended that clients of today send. */
    private static final String DEFAULT = "flex";

    private final Store store;
    private final Clock clock;
    private final String configured;
    private final SharedCache<String, String> inForce;

    private Calendar(Store store, Clock clock, String configured) {
        this.store = store;
        this.clock = clock;
        this.configured = requireKnown(configured);
        this.inForce = store.cache(1);
    }

    /**
     * The calendar of a server that starts.
     *
     * @param configured the name of a stage, a day as {@code YYYY-MM-DD}, or {@code today}. It ends what was set while a
     *     server ran; without it that stays in force
     * @throws IllegalArgumentException for another text
     */
    public static Calendar start(Store store, Clock clock, Optional<String> configured) {
        Calendar calendar = new Calendar(store, clock, configured.orElse(DEFAULT));
        if (configured.isPresent() && calendar.isSetWhileRunning()) {
            calendar.reset();
        }
        return calendar;
    }

    /** The day. */
    public LocalDate day() {
        return day(setting(), clock);
    }

    /** The stage. */
    public Stage stage() {
        return Stage.on(day());
    }

    /** Whether lists of serverless instances are empty and no instance is found. */
    public boolean showsNoInstances() {
        return Stage.showsNothingOn(day());
    }

    /** What the calendar is set to: the name of a stage, a day, or {@code today}. */
    public String setting() {
        return inForce.get(SETTING, name -> Optional.of(stored().orElse(configured)))
                .orElse(configured);
    }

    /** Whether that was set while a server ran, and not by the configuration of this one. */
    public boolean isSetWhileRunning() {
        return stored().isPresent();
    }

    private Optional<String> stored() {
        return store.read(Calendar::read);
    }

    private void reset() {
        store.write(transaction -> {
            transaction.handle().execute("DELETE FROM setting WHERE name = ?", SETTING);
            inForce.dropAfter(transaction, SETTING);
            return configured;
        });
    }

    void set(String setting) {
        String known = requireKnown(setting);
        store.write(transaction -> {
            transaction
                    .handle()
                    .execute(
                            "INSERT INTO setting (name, value) VALUES (?, ?)"
                                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                            SETTING,
                            known);
            inForce.dropAfter(transaction, SETTING);
            return known;
        });
    }

    /** Whether a setting names a stage, a day, or today. */
    public static boolean isKnown(String setting) {
        try {
            requireKnown(setting);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String requireKnown(String setting) {
        String text = setting.toLowerCase(Locale.ROOT);
        try {
            day(text, Clock.systemUTC());
            return text;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a calendar is serverless, flex, sunset, today, or a day such as 2025-06-30, not " + setting, e);
        }
    }

    private static LocalDate day(String setting, Clock clock) {
        return switch (setting) {
            case TODAY -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            case "serverless" -> Stage.SERVERLESS.typicalDay();
            case "flex" -> Stage.FLEX.typicalDay();
            case "sunset" -> Stage.SUNSET.typicalDay();
            default -> LocalDate.parse(setting);
        };
    }

    private static Optional<String> read(Handle handle) {
        return handle.createQuery("SELECT value FROM setting WHERE name = ?")
                .bind(0, SETTING)
                .mapTo(String.class)
                .findOne();
    }
}
