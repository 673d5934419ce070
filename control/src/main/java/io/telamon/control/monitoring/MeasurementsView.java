package io.telamon.control.monitoring;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements as recorded.
 *
 * @param databaseName of those of a database
 * @param end the time of the newest point, or the end that was asked for where there is no point
 * @param hostId the same as the process id
 * @param partitionName of those of a disk
 * @param start the time of the oldest point, or the start that was asked for where there is no point
 */
record MeasurementsView(
        @Nullable String databaseName,
        Instant end,
        String granularity,
        String groupId,
        String hostId,
        List<Link> links,
        List<OneView> measurements,
        @Nullable String partitionName,
        String processId,
        Instant start) {

    private static final String HOST = "https://cloud.mongodb.com/host";
    private static final List<String> SHOWN = List.of("end", "granularity", "m", "period", "start");

    /** One measurement. */
    record OneView(List<DataPoint> dataPoints, String name, String units) {}

    /**
     * The answer to a call.
     *
     * @param part what of the process they are of, as its path goes on
     */
    static MeasurementsView of(
            Call<?> call,
            MonitoredProcess process,
            MeasurementWindow window,
            List<Measurement> asked,
            Series series,
            Part part) {
        List<OneView> views = asked.stream()
                .map(one -> new OneView(series.of(one.source()), one.name(), one.units()))
                .toList();
        return new MeasurementsView(
                part.databaseName(),
                times(views).max(Comparator.naturalOrder()).orElse(window.to()),
                window.granularity(),
                process.cluster().projectId().value(),
                process.id(),
                List.of(
                        call.link("self", process.path() + part.path() + "/measurements?" + query(call)),
                        call.link(HOST, process.path())),
                views,
                part.partitionName(),
                process.id(),
                times(views).min(Comparator.naturalOrder()).orElse(window.from()));
    }

    /** What measurements are of. */
    record Part(@Nullable String databaseName, @Nullable String partitionName) {

        static final Part PROCESS = new Part(null, null);

        String path() {
            if (databaseName != null) {
                return "/databases/" + databaseName;
            }
            return partitionName == null ? "" : "/disks/" + partitionName;
        }
    }

    private static Stream<Instant> times(List<OneView> views) {
        return views.stream().flatMap(view -> view.dataPoints().stream()).map(DataPoint::timestamp);
    }

    /** The parameters as sent, by name, as recorded. */
    private static String query(Call<?> call) {
        return SHOWN.stream()
                .flatMap(name -> call.query().texts(name).stream()
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
