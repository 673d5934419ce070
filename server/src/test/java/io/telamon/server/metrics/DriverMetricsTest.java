package io.telamon.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverMetricsTest {

    private static final ClusterId CLUSTER = new ClusterId("0123456789abcdef01234567");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DriverMetrics metrics = new DriverMetrics(registry);

    private static MeterReading reading(long bytesIn, long inserts) {
        return new MeterReading(
                3, 0, 0, 0, Map.of(OperationKind.INSERT, inserts), bytesIn, 0, 0, Duration.ofMillis(1500), 0, 0, 0);
    }

    @Test
    void showWhatGrowsAsCountersAndTheRestAsGauges() {
        metrics.show(Map.of(CLUSTER, reading(5, 1)));
        metrics.show(Map.of(CLUSTER, reading(7, 2)));

        assertThat(registry.scrape())
                .contains("# TYPE telamon_driver_bytes_in_total counter")
                .contains("telamon_driver_bytes_in_total{cluster=\"0123456789abcdef01234567\"} 7.0")
                .contains("telamon_driver_operations_total{cluster=\"0123456789abcdef01234567\",kind=\"insert\"} 2.0")
                .contains("telamon_driver_throttled_seconds_total{cluster=\"0123456789abcdef01234567\"} 1.5")
                .contains("# TYPE telamon_driver_connections gauge")
                .contains("telamon_driver_connections{cluster=\"0123456789abcdef01234567\"} 3.0");
    }

    @Test
    void showClustersThatAreGoneNoMore() {
        metrics.show(Map.of(CLUSTER, reading(5, 1)));
        metrics.show(Map.of());

        assertThat(registry.scrape()).doesNotContain("0123456789abcdef01234567");
    }
}
