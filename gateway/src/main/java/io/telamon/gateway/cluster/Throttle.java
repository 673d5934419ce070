package io.telamon.gateway.cluster;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Spreads the operations of a cluster so that a second holds no more than its limit. An operation too many is not refused but waits,
 * always less than a second. A burst of a tenth of a second's worth passes at once.
 *
 * <p>It keeps the time at which the next operation would be due if all came evenly (the generic cell rate algorithm).
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads; nothing is locked.
 */
public final class Throttle {

    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST = SECOND - 1;
    private static final long BURST = SECOND / 10;

    private final AtomicLong due = new AtomicLong(Long.MIN_VALUE);

    /**
     * Takes a turn.
     *
     * @param now the time in nanoseconds, from any origin
     * @param perSecond how many turns a second has
     * @return nanoseconds to wait for the turn, less than a second
     */
    public long take(long now, long perSecond) {
        long interval = SECOND / Math.min(perSecond, SECOND);
        long tolerance = Math.max(BURST, interval);
        long mine;
        long seen;
        do {
            seen = due.get();
            mine = Math.clamp(seen, now - tolerance, now + LONGEST);
        } while (!due.compareAndSet(seen, mine + interval));
        return Math.max(0, mine - now);
    }
}
