package io.telamon.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.dataplane.Unmetered;
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
                String text = metrics.scrape(Map.of("IDLE", 2L, "CREATING", 1L), new Unmetered())
                        .content();
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
}
