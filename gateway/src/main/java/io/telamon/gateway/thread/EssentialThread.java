package io.telamon.gateway.thread;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that runs a loop until its owner ends it. A loop that throws is run again after a pause. A {@link VirtualMachineError} ends the
 * thread, but for {@link StackOverflowError}, which leaves nothing behind.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
public final class EssentialThread {

    private static final Logger LOG = LoggerFactory.getLogger(EssentialThread.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A loop that ran for so long before it failed is run again after the shortest pause. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final EssentialThreads threads;
    private final String name;
    private final Runnable loop;
    private final Thread thread;
    private volatile boolean ended;

    EssentialThread(EssentialThreads threads, String name, Thread.Builder kind, Runnable loop) {
        this.threads = threads;
        this.name = name;
        this.loop = loop;
        this.thread = kind.name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The name it was started with. */
    public String name() {
        return name;
    }

    /** Whether the thread is alive. A loop that has failed and waits to be run again counts as running. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            repeat();
        } finally {
            if (!ended) {
                LOG.error("thread {} has ended although it is still needed", name);
            }
        }
    }

    private void repeat() {
        Duration pause = SHORTEST_PAUSE;
        boolean repeated = true;
        while (repeated) {
            long begun = System.nanoTime();
            try {
                loop.run();
                return;
            } catch (RuntimeException | Error e) {
                endIfFatal(e);
                pause = System.nanoTime() - begun > STABLE.toNanos() ? SHORTEST_PAUSE : pause;
                LOG.error("thread {} has failed and goes on in {} ms", name, pause.toMillis(), e);
            }
            repeated = pause(pause) && !ended;
            pause = longer(pause);
        }
    }

    private static void endIfFatal(Throwable failure) {
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Allows the thread to end: it is no longer listed, and a loop that fails is not run again. The loop itself is not told; for that its
     * owner sets a flag, closes what it reads, or calls {@link #interrupt}.
     */
    public void end() {
        ended = true;
        threads.forget(this);
    }

    /** Interrupts the thread. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Waits until the thread has ended, unless called by the thread itself. An interrupt of the caller ends the wait and is kept. */
    public void join() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
