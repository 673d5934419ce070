package io.telamon.control.monitoring;

import io.telamon.control.dataplane.Measure;
import io.telamon.control.dataplane.MeteredStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The values of the measurements of one process.
 *
 * @param steps what was counted of its cluster
 * @param primary whether what drivers did is its own
 * @param diskBytes the size of its disk
 * @param statistics the answer to {@code dbStats}, where the measurements are of a database
 */
record Series(List<MeteredStep> steps, boolean primary, double diskBytes, Map<String, Double> statistics) {

    private static final double PERCENT = 100;

    /** The points of a measurement, the oldest first. */
    List<DataPoint> of(Source source) {
        return switch (source) {
            case Source.Rate(List<Measure> counts) -> ofPrimary(step -> perSecond(counts, step));
            case Source.Level(Measure measure) -> ofPrimary(step -> step.value(measure));
            case Source.Held(Measure measure) -> held(measure, 1, 0);
            case Source.DiskFree _ -> held(Measure.LOGICAL_BYTES, -1, diskBytes);
            case Source.DiskPercentFree _ -> held(Measure.LOGICAL_BYTES, -PERCENT / diskBytes, PERCENT);
            case Source.DiskPercentUsed _ -> held(Measure.LOGICAL_BYTES, PERCENT / diskBytes, 0);
            case Source.Statistic(String name) -> points(_ -> statistics.getOrDefault(name, 0.0));
            case Source.Zero _ -> points(_ -> 0);
            case Source.Unknown _ ->
                steps.stream().map(step -> new DataPoint(step.beginsAt(), null)).toList();
            case Source.Absent _ -> List.of();
        };
    }

    private static double perSecond(List<Measure> counts, MeteredStep step) {
        return counts.stream().mapToLong(step::value).sum() / (double) step.seconds();
    }

    private List<DataPoint> ofPrimary(ToDoubleFunction<MeteredStep> value) {
        return points(primary ? value : _ -> 0);
    }

    private List<DataPoint> points(ToDoubleFunction<MeteredStep> value) {
        return steps.stream()
                .map(step -> new DataPoint(step.beginsAt(), value.applyAsDouble(step)))
                .toList();
    }

    /** Steps in which nothing was counted have what the one before had. */
    private List<DataPoint> held(Measure measure, double factor, double offset) {
        List<DataPoint> points = new ArrayList<>(steps.size());
        long last = 0;
        for (MeteredStep step : steps) {
            last = step.values().getOrDefault(measure, last);
            points.add(new DataPoint(step.beginsAt(), last * factor + offset));
        }
        return points;
    }
}
