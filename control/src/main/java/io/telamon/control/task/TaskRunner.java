package io.telamon.control.task;

import io.telamon.control.store.BackgroundFailures;
import io.telamon.control.store.Store;
import io.telamon.control.store.StoreException;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims tasks as they become due and does them. Every node runs one; a lease keeps two nodes from doing the same task,
 * and lets another node do it when the first one dies.
 */
public final class TaskRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TaskRunner.class);

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 128;

    private final Store store;
    private final Tasks tasks;
    private final String node;
    private final Map<String, TaskHandler> handlers;
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final EssentialThread thread;
    private volatile boolean closed;

    private TaskRunner(
            Store store, Tasks tasks, String node, Map<String, TaskHandler> handlers, EssentialThreads threads) {
        this.store = store;
        this.tasks = tasks;
        this.node = node;
        this.handlers = Map.copyOf(handlers);
        this.thread = threads.start("telamon-tasks", Thread.ofPlatform().daemon(), this::run);
    }

    /**
     * Starts doing tasks.
     *
     * @param node names this process in the leases it takes
     * @param handlers by the kind of task that they do
     * @param threads list the one that claims tasks, as {@code telamon-tasks}
     */
    public static TaskRunner start(
            Store store, Tasks tasks, String node, Map<String, TaskHandler> handlers, EssentialThreads threads) {
        return new TaskRunner(store, tasks, node, handlers, threads);
    }

    @Override
    public void close() {
        thread.end();
        closed = true;
        thread.interrupt();
        thread.join();
        workers.close();
    }

    private void run() {
        while (!closed) {
            try {
                tasks.alarm().await(LONGEST_WAIT);
                doWhatIsDue();
            } catch (InterruptedException e) {
                log.debug("interrupted, as when closed");
            } catch (RuntimeException e) {
                BackgroundFailures.log(log, "tasks could not be claimed, trying again", e);
                tasks.alarm().ringAt(java.time.Instant.now().plus(AFTER_FAILURE));
            }
        }
    }

    private void doWhatIsDue() throws InterruptedException {
        List<Task> claimed = claim();
        while (!claimed.isEmpty()) {
            for (Task task : claimed) {
                slots.acquire();
                startAttempt(task);
            }
            claimed = claim();
        }
        store.read(tasks::next).ifPresent(tasks.alarm()::ringAt);
    }

    private List<Task> claim() {
        return store.read(tasks::isAnyDue)
                ? store.write(transaction -> tasks.claim(transaction, node, LEASE, MOST_AT_ONCE))
                : List.of();
    }

    private void startAttempt(Task task) {
        boolean started = false;
        try {
            workers.execute(() -> attempt(task));
            started = true;
        } finally {
            if (!started) {
                slots.release();
            }
        }
    }

    /** Does a task. Whatever its handler throws, short of an exhausted machine, it is tried again. */
    private void attempt(Task task) {
        try {
            Optional<Duration> again =
                    Optional.ofNullable(handlers.get(task.kind())).flatMap(handler -> handler.run(task.subject()));
            again.ifPresent(delay -> postpone(task, delay));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            BackgroundFailures.log(log, task + " failed, trying again", e);
            postponeOrLeave(task);
        } finally {
            slots.release();
        }
    }

    /** Where the database fails, the end of the lease brings the task back. */
    private void postponeOrLeave(Task task) {
        try {
            postpone(task, AFTER_FAILURE);
        } catch (StoreException logged) {
            log.debug("{} waits for the end of its lease: {}", task, logged.getMessage());
        }
    }

    private void postpone(Task task, Duration delay) {
        store.write(transaction -> {
            tasks.postpone(transaction, task, delay);
            return task;
        });
    }
}
