package io.telamon.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telamon.control.cluster.ClusterLabel;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.model.ClusterId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverMetricsTest {

    private static final ClusterId CLUSTER = new ClusterId("0123456789abcdef01234567");

    private static final Map<ClusterId, ClusterLabel> LABELS = labels("default");

    private static final String TAGS = "cluster=\"0123456789abcdef01234567\",cluster_name=\"shop\","
            + "project=\"76543210fedcba9876543210\",project_name=\"default\"";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DriverMetrics metrics = new DriverMetrics(registry);

    private static Map<ClusterId, ClusterLabel> labels(String project) {
        return Map.of(CLUSTER, new ClusterLabel("shop", "76543210fedcba9876543210", project));
    }

    private static MeterReading reading(long bytesIn, long inserts) {
        return new MeterReading(
                3, 0, 0, 0, Map.of(OperationKind.INSERT, inserts), bytesIn, 0, 0, Duration.ofMillis(1500), 0, 0, 0);
    }

    @Test
    void showWhatGrowsAsCountersAndTheRestAsGauges() {
        metrics.show(Map.of(CLUSTER, reading(5, 1)), LABELS);
        metrics.show(Map.of(CLUSTER, reading(7, 2)), LABELS);

        assertThat(registry.scrape())
                .contains("# TYPE telamon_driver_bytes_in_total counter")
                .contains("telamon_driver_bytes_in_total{" + TAGS + "} 7.0")
                .contains(
                        "telamon_driver_operations_total{cluster=\"0123456789abcdef01234567\",cluster_name=\"shop\",kind=\"insert\","
                                + "project=\"76543210fedcba9876543210\",project_name=\"default\"} 2.0")
                .contains("telamon_driver_throttled_seconds_total{" + TAGS + "} 1.5")
                .contains("# TYPE telamon_driver_connections gauge")
                .contains("telamon_driver_connections{" + TAGS + "} 3.0");
    }

    @Test
    void followANameThatChanges() {
        metrics.show(Map.of(CLUSTER, reading(5, 1)), LABELS);
        metrics.show(Map.of(CLUSTER, reading(7, 2)), labels("renamed"));

        assertThat(registry.scrape()).contains("project_name=\"renamed\"").doesNotContain("default");
    }

    @Test
    void showClustersThatAreGoneNoMore() {
        metrics.show(Map.of(CLUSTER, reading(5, 1)), LABELS);
        metrics.show(Map.of(), Map.of());

        assertThat(registry.scrape()).doesNotContain("0123456789abcdef01234567");
    }
}
