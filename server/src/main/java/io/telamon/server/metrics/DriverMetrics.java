package io.telamon.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.telamon.control.cluster.ClusterLabel;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.model.ClusterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What drivers do, by cluster: {@code telamon_driver_}… Totals begin with the process. */
final class DriverMetrics {

    private record Figure(String name, String description, ToDoubleFunction<MeterReading> value) {}

    private static final List<Figure> PRESENT = List.of(
            new Figure("connections", "Connections open now", MeterReading::connections),
            new Figure("logical.bytes", "Bytes of documents and indexes", MeterReading::logicalBytes));

    private static final List<Figure> TOTALS = List.of(
            new Figure("connections.opened", "Connections let in", MeterReading::connectionsOpened),
            new Figure("connections.refused", "Connections refused", MeterReading::connectionsRefused),
            new Figure("authentication.failures", "Logins that failed", MeterReading::authenticationFailures),
            new Figure("bytes.in", "Bytes received", MeterReading::bytesIn),
            new Figure("bytes.out", "Bytes sent", MeterReading::bytesOut),
            new Figure(
                    "throttled.operations",
                    "Operations that waited for the rate limit",
                    MeterReading::throttledOperations),
            new Figure(
                    "throttled.seconds",
                    "How long they waited",
                    reading -> reading.throttled().toNanos() / 1e9),
            new Figure("read.units", "Processing units of reads", MeterReading::readUnits),
            new Figure("write.units", "Processing units of writes", MeterReading::writeUnits));

    private final MeterRegistry registry;
    private final Map<ClusterId, Shown> clusters = new HashMap<>();

    /** Of a cluster that is deleted but still counted. */
    private static final ClusterLabel UNKNOWN = new ClusterLabel("", "", "");

    DriverMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A cluster's last reading, and the meters that tell it. */
    private static final class Shown {

        private final List<Meter> meters = new ArrayList<>();
        private final ClusterLabel label;
        private volatile MeterReading reading;

        Shown(ClusterLabel label, MeterReading reading) {
            this.label = label;
            this.reading = reading;
        }
    }

    /** Takes over what is counted now; clusters that are gone are shown no more. */
    synchronized void show(Map<ClusterId, MeterReading> readings, Map<ClusterId, ClusterLabel> labels) {
        clusters.entrySet()
                .removeIf(shown -> (!readings.containsKey(shown.getKey())
                                || !shown.getValue().label.equals(label(shown.getKey(), labels)))
                        && forget(shown.getKey()));
        readings.forEach((cluster, reading) ->
                clusters.computeIfAbsent(cluster, id -> begin(id, label(id, labels), reading)).reading = reading);
    }

    private static ClusterLabel label(ClusterId cluster, Map<ClusterId, ClusterLabel> labels) {
        return labels.getOrDefault(cluster, UNKNOWN);
    }

    private boolean forget(ClusterId cluster) {
        Shown shown = clusters.get(cluster);
        if (shown != null) {
            shown.meters.forEach(registry::remove);
        }
        return true;
    }

    private Shown begin(ClusterId cluster, ClusterLabel label, MeterReading reading) {
        Shown shown = new Shown(label, reading);
        Tags tags = Tags.of(
                "cluster", cluster.value(),
                "cluster_name", label.clusterName(),
                "project", label.project(),
                "project_name", label.projectName());
        PRESENT.forEach(figure -> shown.meters.add(
                Gauge.builder(name(figure.name()), shown, now -> figure.value().applyAsDouble(now.reading))
                        .description(figure.description())
                        .tags(tags)
                        .register(registry)));
        TOTALS.forEach(figure -> shown.meters.add(total(figure, shown, tags)));
        for (OperationKind kind : OperationKind.values()) {
            Figure operations = new Figure(
                    "operations",
                    "Operations run, by kind",
                    now -> now.operations().getOrDefault(kind, 0L));
            shown.meters.add(
                    total(operations, shown, tags.and("kind", kind.name().toLowerCase(Locale.ROOT))));
        }
        return shown;
    }

    private FunctionCounter total(Figure figure, Shown shown, Tags tags) {
        return FunctionCounter.builder(
                        name(figure.name()), shown, now -> figure.value().applyAsDouble(now.reading))
                .description(figure.description())
                .tags(tags)
                .register(registry);
    }

    private static String name(String figure) {
        return "telamon.driver." + figure;
    }
}
