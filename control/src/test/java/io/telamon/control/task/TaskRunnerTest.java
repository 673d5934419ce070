package io.telamon.control.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TaskRunnerTest {

    @TempDir
    private Path folder;

    private final EssentialThreads threads = new EssentialThreads();
    private final BlockingQueue<String> attempts = new LinkedBlockingQueue<>();

    @Test
    void triesAgainWhateverAHandlerThrows() throws InterruptedException {
        Tasks tasks = new Tasks(Clock.systemUTC());
        TaskHandler failing = subject -> {
            attempts.add(subject);
            if (subject.equals("error")) {
                throw new NoClassDefFoundError("made by the test");
            }
            return Optional.of(Duration.ofMinutes(10));
        };
        try (Store store = TestStores.open(folder);
                TaskRunner runner = TaskRunner.start(store, tasks, "node", Map.of("kind", failing), threads)) {
            schedule(store, tasks, "error");
            assertThat(attempts.poll(30, TimeUnit.SECONDS)).isEqualTo("error");
            assertThat(attempts.poll(30, TimeUnit.SECONDS)).isEqualTo("error");

            schedule(store, tasks, "other");
            while (!"other".equals(attempts.poll(30, TimeUnit.SECONDS))) {
                assertThat(threads.states()).containsEntry("telamon-tasks", true);
            }
            assertThat(runner).isNotNull();
        }
        assertThat(threads.states()).isEmpty();
    }

    @Test
    void waitsTwoSecondsBeforeItTriesAgainWhatFailed() throws InterruptedException {
        TaskHandler failing = subject -> {
            attempts.add(subject);
            throw new IllegalStateException("made by the test");
        };

        assertThat(pause(failing)).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(30));
    }

    @Test
    void waitsAsLongAsTheHandlerSays() throws InterruptedException {
        TaskHandler waiting = subject -> {
            attempts.add(subject);
            return Optional.of(Duration.ofMillis(700));
        };

        assertThat(pause(waiting)).isBetween(Duration.ofMillis(600), Duration.ofSeconds(30));
    }

    @Test
    void leavesToItsLeaseWhatAHandlerHasNotEnded() throws InterruptedException {
        Tasks tasks = new Tasks(Clock.systemUTC());
        TaskHandler silent = subject -> {
            attempts.add(subject);
            return Optional.empty();
        };
        try (Store store = TestStores.open(folder);
                TaskRunner runner = TaskRunner.start(store, tasks, "node", Map.of("kind", silent), threads)) {
            schedule(store, tasks, "silent");

            assertThat(attempts.poll(30, TimeUnit.SECONDS)).isEqualTo("silent");
            assertThat(attempts.poll(1, TimeUnit.SECONDS)).isNull();
            assertThat(runner).isNotNull();
        }
    }

    /** The time between the first two attempts. */
    private Duration pause(TaskHandler handler) throws InterruptedException {
        Tasks tasks = new Tasks(Clock.systemUTC());
        try (Store store = TestStores.open(folder);
                TaskRunner runner = TaskRunner.start(store, tasks, "node", Map.of("kind", handler), threads)) {
            schedule(store, tasks, "again");
            assertThat(attempts.poll(30, TimeUnit.SECONDS)).isEqualTo("again");
            long first = System.nanoTime();
            assertThat(attempts.poll(30, TimeUnit.SECONDS)).isEqualTo("again");
            assertThat(runner).isNotNull();
            return Duration.ofNanos(System.nanoTime() - first);
        }
    }

    private static void schedule(Store store, Tasks tasks, String subject) {
        store.write(transaction -> {
            tasks.schedule(transaction, new Task("kind", subject), new Due.AtOnce());
            return subject;
        });
    }
}
