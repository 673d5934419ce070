package io.telamon.engine.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that an engine may spend on large frames of the deployments that it trusts, for all clusters or, as a {@link #share}, for
 * one. Whoever finds it spent waits; small frames are not counted.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. A connection takes all that a frame needs at once.
 */
public final class Budget {

    private static final int SMALL = 1 << 20;
    private static final int UNIT = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Semaphore units;
    private final int size;
    private final Optional<Budget> whole;

    /** A budget of so many bytes, at most 2 TB. */
    public Budget(long bytes) {
        this((int) Math.ceilDiv(bytes, UNIT), Optional.empty());
    }

    private Budget(int size, Optional<Budget> whole) {
        this.size = size;
        this.units = new Semaphore(size, true);
        this.whole = whole;
    }

    /** A quarter of the heap, or more if a share must have that many bytes. */
    public static Budget ofHeap(long atLeast) {
        return new Budget(Math.max(Runtime.getRuntime().maxMemory() / 4, atLeast + atLeast / 3 + UNIT));
    }

    /** What one cluster may have of it: three quarters, so that it cannot keep others from theirs. */
    public Budget share() {
        return new Budget(size - size / 4, Optional.of(this));
    }

    /**
     * Takes what a frame of that length needs and answers how much that is.
     *
     * @throws IOException if others keep the budget spent for too long
     */
    public int take(int length) throws IOException {
        if (length <= SMALL) {
            return 0;
        }
        int wanted = Math.ceilDiv(length, UNIT);
        acquire(wanted);
        if (whole.isPresent()) {
            acquireOfWhole(wanted);
        }
        return wanted;
    }

    private void acquireOfWhole(int wanted) throws IOException {
        boolean acquired = false;
        try {
            whole.orElseThrow().acquire(wanted);
            acquired = true;
        } finally {
            if (!acquired) {
                units.release(wanted);
            }
        }
    }

    private void acquire(int wanted) throws IOException {
        try {
            if (!units.tryAcquire(wanted, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("no memory for a frame of " + wanted + " KB");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory");
        }
    }

    /** Gives back what was taken. */
    public void give(int taken) {
        if (taken > 0) {
            units.release(taken);
            whole.ifPresent(budget -> budget.give(taken));
        }
    }
}
