package io.telamon.control.dataplane;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The SQL of what was counted. */
final class MeteringTable {

    private static final String COLUMNS =
            Measure.ALL.stream().map(Measure::column).collect(Collectors.joining(", "));
    private static final String ADD =
            "INSERT INTO metering (cluster_id, step, begins_at, " + COLUMNS + ") VALUES (?, ?, ?"
                    + ", ?".repeat(Measure.ALL.size()) + ") ON CONFLICT (cluster_id, step, begins_at) DO UPDATE SET "
                    + Measure.ALL.stream().map(MeteringTable::merged).collect(Collectors.joining(", "));

    /** How long a step of history is. */
    enum Step {
        MINUTE(ChronoUnit.MINUTES, Duration.ofDays(2)),
        HOUR(ChronoUnit.HOURS, Duration.ofDays(62));

        private final ChronoUnit unit;
        private final Duration kept;

        Step(ChronoUnit unit, Duration kept) {
            this.unit = unit;
            this.kept = kept;
        }

        Instant beginning(Instant moment) {
            return moment.truncatedTo(unit);
        }

        Instant oldest(Instant now) {
            return now.minus(kept);
        }

        /** In the form of ISO 8601. */
        String length() {
            return unit.getDuration().toString();
        }
    }

    /**
     * What was counted in one step.
     *
     * @param values of every measure
     */
    record Point(Instant beginsAt, Map<Measure, Long> values) {

        /** The names are those of what was counted since the start. */
        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("beginsAt", beginsAt);
            Map<String, Long> operations = new TreeMap<>();
            values.forEach((measure, value) -> measure.operations()
                    .ifPresentOrElse(
                            kind -> operations.put(kind.name().toLowerCase(Locale.ROOT), value),
                            () -> view.put(measure.attribute(), value)));
            view.put("operations", operations);
            return view;
        }
    }

    private static String merged(Measure measure) {
        String column = measure.column();
        return column + " = "
                + (measure.isLevel()
                        ? "CASE WHEN metering.%1$s > excluded.%1$s THEN metering.%1$s ELSE excluded.%1$s END"
                                .formatted(column)
                        : "metering.%1$s + excluded.%1$s".formatted(column));
    }

    /** Adds to what the step that a moment lies in has. */
    void add(Handle handle, String cluster, Step step, Instant moment, Map<Measure, Long> values) {
        int position = 0;
        Update update = handle.createUpdate(ADD)
                .bind(position++, cluster)
                .bind(position++, step.name())
                .bind(position++, step.beginning(moment).toEpochMilli());
        for (Measure measure : Measure.ALL) {
            update.bind(position++, values.get(measure));
        }
        update.execute();
    }

    /** The history of a cluster, the oldest first. */
    List<Point> list(Handle handle, String cluster, Step step, Instant from, Instant to) {
        return handle.createQuery("SELECT begins_at, " + COLUMNS
                        + " FROM metering WHERE cluster_id = ? AND step = ? AND begins_at >= ? AND begins_at < ?"
                        + " ORDER BY begins_at")
                .bind(0, cluster)
                .bind(1, step.name())
                .bind(2, from.toEpochMilli())
                .bind(3, to.toEpochMilli())
                .map((row, context) -> {
                    Map<Measure, Long> values = new EnumMap<>(Measure.class);
                    for (Measure measure : Measure.ALL) {
                        values.put(measure, row.getLong(measure.column()));
                    }
                    return new Point(Instant.ofEpochMilli(row.getLong("begins_at")), values);
                })
                .list();
    }

    /** Forgets what is older than it is kept. */
    void forget(Handle handle, Instant now) {
        for (Step step : Step.values()) {
            handle.execute(
                    "DELETE FROM metering WHERE step = ? AND begins_at < ?",
                    step.name(),
                    step.oldest(now).toEpochMilli());
        }
    }
}
