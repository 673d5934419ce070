package io.telamon.gateway.memory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;

/**
 * What one connection uses of a {@link MemoryBudget}.
 *
 * <h2>Threads</h2>
 *
 * Grown and shrunk by the connection's own thread; any thread may {@link #cancel} it. Fields are guarded by the budget's lock.
 */
public final class MemoryLease implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    final MemoryShare share;
    final Condition granted;

    /** Bytes it has. */
    long held;

    /** Bytes of these that the budget counts. */
    long charged;

    /** Bytes it waits for. */
    long wanted;

    /** Whether the request that it holds has arrived. */
    boolean arrived;

    boolean cancelled;

    MemoryLease(MemoryShare share) {
        this.share = share;
        this.granted = share.budget.newCondition();
    }

    /**
     * Takes more memory, and waits until there is some.
     *
     * @param bytes how much more; nothing happens if it is not positive
     * @throws IOException if others use the memory for too long, or the lease is cancelled
     */
    public void grow(long bytes) throws IOException {
        if (bytes <= 0) {
            return;
        }
        try {
            if (!share.budget.grow(this, bytes, LONGEST_WAIT.toNanos())) {
                throw new IOException("no memory for " + bytes + " bytes more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory");
        }
    }

    /** Gives memory back; nothing happens if the number of bytes is not positive. */
    public void shrink(long bytes) {
        if (bytes > 0) {
            share.budget.shrink(this, bytes);
        }
    }

    /** Notes that the request for which memory was taken is there: it keeps its memory until that is given back, but needs little more. */
    public void requestArrived() {
        if (held > 0) {
            share.budget.arrived(this);
        }
    }

    /** Makes whoever waits in {@link #grow}, now or later, fail. */
    public void cancel() {
        share.budget.cancel(this);
    }

    /** Gives everything back. */
    @Override
    public void close() {
        cancel();
        shrink(held);
    }
}
