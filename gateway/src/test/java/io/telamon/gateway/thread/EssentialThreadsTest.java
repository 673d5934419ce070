package io.telamon.gateway.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EssentialThreadsTest {

    private final EssentialThreads threads = new EssentialThreads();
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void release() {
        release.countDown();
    }

    @Test
    void listsRunningThreadsUntilTheirOwnerEndsThem() {
        EssentialThread timer = threads.start("timer", this::waitForRelease);
        EssentialThread acceptor = threads.start("acceptor", Thread.ofPlatform().daemon(), this::waitForRelease);
        assertThat(threads.states()).containsExactly(entry("acceptor"), entry("timer"));

        timer.end();
        assertThat(threads.states()).containsExactly(entry("acceptor"));
        acceptor.end();
        assertThat(threads.states()).isEmpty();
    }

    private static Map.Entry<String, Boolean> entry(String name) {
        return Map.entry(name, true);
    }

    @Test
    void runsALoopAgainThatThrows() throws InterruptedException {
        Throwable[] failures = {
            new IllegalStateException("made by the test"),
            new AssertionError("made by the test"),
            new NoClassDefFoundError("made by the test"),
            new StackOverflowError("made by the test")
        };
        EssentialThread thread = threads.start("worker", new Failing(failures));

        for (Throwable failure : failures) {
            assertThat(queue.poll(30, TimeUnit.SECONDS)).isEqualTo(failure.toString());
        }
        assertThat(queue.poll(30, TimeUnit.SECONDS)).isEqualTo("running");
        assertThat(thread.isRunning()).isTrue();
    }

    @Test
    void reportsAThreadThatRanOutOfMemory() {
        EssentialThread thread = threads.start("worker", new Failing(new OutOfMemoryError("made by the test")));
        thread.join();
        assertThat(thread.isRunning()).isFalse();
        assertThat(threads.states()).containsEntry("worker", false);
    }

    @Test
    void reportsALoopThatReturnedTooEarly() {
        EssentialThread thread = threads.start("worker", () -> {});
        thread.join();
        assertThat(threads.states()).containsEntry("worker", false);
    }

    @Test
    void reportsOneDeadThreadAmongThoseOfOneName() {
        threads.start("worker", this::waitForRelease);
        threads.start("worker", () -> {}).join();
        threads.start("worker", this::waitForRelease);
        assertThat(threads.states()).containsEntry("worker", false);
    }

    @Test
    void doesNotRunALoopAgainThatFailsAfterItsOwnerHasEndedIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        EssentialThread thread = threads.start("worker", () -> {
            queue.add("begun");
            begun.countDown();
            waitForRelease();
            throw new IllegalStateException("made by the test");
        });
        begun.await();
        thread.end();
        release.countDown();
        thread.join();
        assertThat(queue).containsExactly("begun");
    }

    @Test
    void endsWhenItIsInterruptedBetweenTwoFailures() throws InterruptedException {
        EssentialThread thread = threads.start("worker", () -> {
            queue.add("begun");
            throw new IllegalStateException("made by the test");
        });
        queue.poll(30, TimeUnit.SECONDS);
        thread.end();
        thread.interrupt();
        thread.join();
        assertThat(thread.isRunning()).isFalse();
    }

    private void waitForRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws each of some failures once, then runs until released. */
    private final class Failing implements Runnable {

        private final Iterator<Throwable> failures;

        Failing(Throwable... failures) {
            this.failures = List.of(failures).iterator();
        }

        @Override
        public void run() {
            if (failures.hasNext()) {
                Throwable failure = failures.next();
                queue.add(failure.toString());
                EssentialThreadsTest.<RuntimeException>raise(failure);
            }
            queue.add("running");
            waitForRelease();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable failure) throws T {
        throw (T) failure;
    }
}
