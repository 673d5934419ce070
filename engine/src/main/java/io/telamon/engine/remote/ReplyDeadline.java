package io.telamon.engine.remote;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When an answer is due. Nobody who waits for it looks at a clock: a socket's own time-out sets and cancels a timer with every read, which
 * costs more than the read. A deployment looks at the deadlines of its connections now and then instead.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. Whether an answer came in time or was missed is decided once.
 */
final class ReplyDeadline {

    private static final long NONE = Long.MAX_VALUE;
    private static final long MISSED = Long.MIN_VALUE;

    private final AtomicLong due = new AtomicLong(NONE);

    /** An answer is waited for from now on. */
    void begin(Duration timeout) {
        due.set(System.nanoTime() + timeout.toNanos());
    }

    /** The answer is there; false if that was too late. */
    boolean end() {
        long at = due.get();
        return at != MISSED && due.compareAndSet(at, NONE);
    }

    /** Misses an answer that is due by then; true for the one who calls it that. */
    boolean miss(long now) {
        long at = due.get();
        return at != NONE && at != MISSED && now - at > 0 && due.compareAndSet(at, MISSED);
    }

    boolean isMissed() {
        return due.get() == MISSED;
    }
}
