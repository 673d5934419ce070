package io.telamon.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.MeterReading;
import io.telamon.gateway.spi.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What drivers do, by cluster: {@code telamon_driver_}… Totals begin with the process. */
final class DriverMetrics {

    private record Figure(MultiGauge gauge, ToDoubleFunction<MeterReading> value) {}

    private final List<Figure> figures;
    private final MultiGauge operations;

    DriverMetrics(MeterRegistry registry) {
        operations = gauge(registry, "operations.total", "Operations run, by kind");
        figures = List.of(
                new Figure(gauge(registry, "connections", "Connections open now"), MeterReading::connections),
                new Figure(
                        gauge(registry, "connections.opened.total", "Connections let in"),
                        MeterReading::connectionsOpened),
                new Figure(
                        gauge(registry, "connections.refused.total", "Connections refused"),
                        MeterReading::connectionsRefused),
                new Figure(
                        gauge(registry, "authentication.failures.total", "Logins that failed"),
                        MeterReading::authenticationFailures),
                new Figure(gauge(registry, "bytes.in.total", "Bytes received"), MeterReading::bytesIn),
                new Figure(gauge(registry, "bytes.out.total", "Bytes sent"), MeterReading::bytesOut),
                new Figure(
                        gauge(registry, "throttled.operations.total", "Operations that waited for the rate limit"),
                        MeterReading::throttledOperations),
                new Figure(
                        gauge(registry, "throttled.seconds.total", "How long they waited"),
                        reading -> reading.throttled().toNanos() / 1e9),
                new Figure(gauge(registry, "read.units.total", "Processing units of reads"), MeterReading::readUnits),
                new Figure(
                        gauge(registry, "write.units.total", "Processing units of writes"), MeterReading::writeUnits),
                new Figure(
                        gauge(registry, "logical.bytes", "Bytes of documents and indexes"),
                        MeterReading::logicalBytes));
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder("telamon.driver." + name)
                .description(description)
                .register(registry);
    }

    /** Takes over what is counted now; clusters that are gone are shown no more. */
    void show(Map<ClusterId, MeterReading> readings) {
        for (Figure figure : figures) {
            List<Row<?>> rows = new ArrayList<>();
            readings.forEach((cluster, reading) -> rows.add(
                    Row.of(Tags.of("cluster", cluster.value()), figure.value().applyAsDouble(reading))));
            figure.gauge().register(rows, true);
        }
        List<Row<?>> rows = new ArrayList<>();
        readings.forEach((cluster, reading) -> {
            for (OperationKind kind : OperationKind.values()) {
                Tags tags =
                        Tags.of("cluster", cluster.value(), "kind", kind.name().toLowerCase(Locale.ROOT));
                rows.add(Row.of(tags, reading.operations().getOrDefault(kind, 0L)));
            }
        });
        operations.register(rows, true);
    }
}
