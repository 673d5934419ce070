package io.telamon.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.cluster.ClusterLabel;
import io.telamon.control.dataplane.Unmetered;
import io.telamon.gateway.model.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void areReadByManyAtATime() throws Exception {
        Metrics metrics = new Metrics();
        Callable<Boolean> reading = () -> {
            for (int i = 0; i < 100; i++) {
                String text = metrics.scrape(new Given(), new Unmetered()).content();
                if (!text.contains("telamon_clusters{state=\"IDLE\"} 2.0")) {
                    return false;
                }
            }
            return true;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> readers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> reading).toList());
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    @Test
    void tellOfTasksDiskAndDeployments() {
        assertThat(new Metrics().scrape(new Given(), new Unmetered()).content())
                .contains("telamon_tasks_due 3.0")
                .contains("telamon_data_disk_free_bytes 4096.0")
                .contains("telamon_clusters_unreachable 0.0")
                .contains("telamon_deployment_available{deployment=\"db1:27017\"} 0.0")
                .contains("telamon_deployment_available{deployment=\"db2:27017\"} 1.0");
    }

    private static final class Given implements Scrape {

        @Override
        public Map<String, Long> clustersByState() {
            return Map.of("IDLE", 2L, "CREATING", 1L);
        }

        @Override
        public Map<ClusterId, ClusterLabel> labels() {
            return Map.of();
        }

        @Override
        public long tasksDue() {
            return 3;
        }

        @Override
        public long diskFree() {
            return 4096;
        }

        @Override
        public Map<String, Boolean> deployments() {
            return Map.of("db1:27017", false, "db2:27017", true);
        }
    }
}
