package io.telamon.gateway.spi;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all connections together may spend on large frames. Whoever finds it spent waits; small frames are not counted.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. A connection takes all that a frame needs at once. One that has taken for a request may wait for its reply, but not for ever.
 */
public final class Budget {

    private static final int SMALL = 1 << 20;
    private static final int UNIT = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Semaphore units;

    /** A budget of so many bytes, at most 2 TB. */
    public Budget(long bytes) {
        units = new Semaphore((int) Math.ceilDiv(bytes, UNIT), true);
    }

    /** A quarter of the heap, or more if what must be possible needs more. */
    public static Budget ofHeap(long atLeast) {
        return new Budget(Math.max(Runtime.getRuntime().maxMemory() / 4, atLeast));
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
        try {
            if (!units.tryAcquire(wanted, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("no memory for a frame of " + length + " bytes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory");
        }
        return wanted;
    }

    /** Gives back what was taken. */
    public void give(int taken) {
        if (taken > 0) {
            units.release(taken);
        }
    }
}
