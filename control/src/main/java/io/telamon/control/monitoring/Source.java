package io.telamon.control.monitoring;

import io.telamon.control.dataplane.Measure;
import java.util.Arrays;
import java.util.List;

/** Where the values of a measurement come from. */
sealed interface Source {

    /** Counts of the cluster by the second. The primary has them all, since drivers send their commands there. */
    record Rate(List<Measure> counts) implements Source {}

    /** A level of the cluster, of the primary. */
    record Level(Measure measure) implements Source {}

    /** A level that every member has, and that stays until something else was seen. */
    record Held(Measure measure) implements Source {}

    /** The bytes of the disk that are left. */
    record DiskFree() implements Source {}

    /** The share of the disk that is left. */
    record DiskPercentFree() implements Source {}

    /** The share of the disk that is used. */
    record DiskPercentUsed() implements Source {}

    /** A number of the answer to {@code dbStats}. */
    record Statistic(String name) implements Source {}

    /** Nothing measures it: 0. */
    record Zero() implements Source {}

    /** Nothing can measure it: points without a value, as recorded. */
    record Unknown() implements Source {}

    /** There is nothing to measure: no points, as recorded. */
    record Absent() implements Source {}

    /** Reads the text of the table: a kind, then measures or the name of a statistic. */
    static Source parse(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        return switch (words.getFirst()) {
            case "rate" -> new Rate(words.stream().skip(1).map(Measure::valueOf).toList());
            case "level" -> new Level(Measure.valueOf(words.get(1)));
            case "held" -> new Held(Measure.valueOf(words.get(1)));
            case "disk-free" -> new DiskFree();
            case "disk-percent-free" -> new DiskPercentFree();
            case "disk-percent-used" -> new DiskPercentUsed();
            case "statistic" -> new Statistic(words.get(1));
            case "zero" -> new Zero();
            case "unknown" -> new Unknown();
            case "absent" -> new Absent();
            default -> throw new IllegalArgumentException("no source " + text);
        };
    }
}
