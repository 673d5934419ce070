package io.telamon.control.dataplane;

import io.telamon.control.dataplane.MeteringTable.Point;
import io.telamon.control.dataplane.MeteringTable.Step;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was counted of clusters, in steps of any length from a minute on. */
public final class MeteredHistory {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MeteringTable table = new MeteringTable();
    private final Store store;
    private final Clock clock;

    /** That of a store. */
    public MeteredHistory(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The steps between two moments, the oldest first: also those in which nothing was counted, but none before the cluster was
     * made, in the future, or longer ago than is kept, which is 2 days of what is shorter than an hour and 62 days of the rest.
     *
     * @param length of a step; a shorter one than a minute is taken for a minute
     */
    public List<MeteredStep> of(ClusterId cluster, Instant createdAt, Instant from, Instant to, Duration length) {
        Instant now = clock.instant();
        Step kept = length.compareTo(HOUR) < 0 ? Step.MINUTE : Step.HOUR;
        long seconds = Math.max(length.toSeconds(), MINUTE.toSeconds());
        Instant first = beginning(latest(from, latest(createdAt, kept.oldest(now))), seconds);
        Instant end = to.isAfter(now) ? now : to;
        Map<Instant, List<Point>> counted =
                store.read(handle -> table.list(handle, cluster.value(), kept, first, end)).stream()
                        .collect(Collectors.groupingBy(
                                point -> beginning(point.beginsAt(), seconds), TreeMap::new, Collectors.toList()));
        List<MeteredStep> steps = new ArrayList<>();
        for (Instant at = first; at.isBefore(end); at = at.plusSeconds(seconds)) {
            Instant begin = latest(at, createdAt);
            Instant over = at.plusSeconds(seconds).isAfter(now) ? now : at.plusSeconds(seconds);
            long lasted = Math.max(1, Duration.between(begin, over).toSeconds());
            steps.add(new MeteredStep(begin, lasted, sum(counted.getOrDefault(at, List.of()))));
        }
        return steps;
    }

    private static Map<Measure, Long> sum(List<Point> points) {
        Map<Measure, Long> sum = new EnumMap<>(Measure.class);
        points.forEach(point -> point.values()
                .forEach((measure, value) -> sum.merge(measure, value, measure.isLevel() ? Math::max : Long::sum)));
        return sum;
    }

    private static Instant beginning(Instant moment, long seconds) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
