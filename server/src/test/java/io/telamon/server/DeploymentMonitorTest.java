package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentMonitorTest {

    private final Logger logger = Logger.getLogger(DeploymentMonitor.class.getName());
    private final Told told = new Told();
    private final Map<String, Optional<String>> deployments = new ConcurrentHashMap<>();

    @BeforeEach
    void listen() {
        logger.addHandler(told);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(told);
    }

    @Test
    void tellsOnceThatADeploymentDoesNotAnswerAndOnceThatItDoes() throws Exception {
        deployments.put("db1:27017", Optional.of("Connection refused"));
        deployments.put("db2:27017", Optional.empty());
        try (DeploymentMonitor monitor =
                new DeploymentMonitor(() -> deployments, Duration.ofMillis(5), new EssentialThreads())) {
            told.await(1);
            await().during(Duration.ofMillis(100)).until(() -> told.messages().size() == 1);
            assertThat(told.messages()).singleElement().asString().contains("does not answer");
            assertThat(monitor.answers()).containsEntry("db1:27017", false).containsEntry("db2:27017", true);

            deployments.put("db1:27017", Optional.empty());
            told.await(2);
            assertThat(told.messages().getLast()).contains("answers again");
            assertThat(monitor.answers()).containsEntry("db1:27017", true);
        }
    }

    private static final class Told extends Handler {

        private final List<String> messages = new ArrayList<>();

        synchronized List<String> messages() {
            return List.copyOf(messages);
        }

        void await(int number) {
            Awaitility.await().until(() -> messages().size() >= number);
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            messages.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
