package io.telamon.gateway.cluster;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long an operation of a cluster takes to count as slow: 100 ms, the server's own threshold, or, where the project has the threshold
 * managed, ten times what operations of the cluster take on average, from 20 ms to a second.
 */
final class SlowThreshold {

    private static final long USUAL = Duration.ofMillis(100).toNanos();
    static final long LEAST = Duration.ofMillis(20).toNanos();
    private static final long MOST = Duration.ofSeconds(1).toNanos();
    private static final int TIMES = 10;

    /** From fewer operations no average is taken. */
    private static final long ENOUGH = 100;

    private static final long BETWEEN_AVERAGES = Duration.ofSeconds(1).toNanos();

    /** Of the average so far, what a new one leaves. */
    private static final double KEPT = 0.9;

    private final LongAdder nanos = new LongAdder();
    private final LongAdder count = new LongAdder();
    private final AtomicLong averagedAt;
    private double average;
    private volatile long managed = USUAL;

    SlowThreshold(long now) {
        averagedAt = new AtomicLong(now);
    }

    /**
     * Counts an operation and tells whether it is slow.
     *
     * @param took in nanoseconds
     * @param now when it ended, as {@link System#nanoTime} has it
     */
    boolean isSlow(long took, long now, boolean isManaged) {
        nanos.add(took);
        count.increment();
        long before = averagedAt.get();
        if (now - before > BETWEEN_AVERAGES && averagedAt.compareAndSet(before, now)) {
            average();
        }
        return took >= (isManaged ? managed : USUAL);
    }

    private synchronized void average() {
        if (count.sum() >= ENOUGH) {
            double latest = (double) nanos.sumThenReset() / Math.max(1, count.sumThenReset());
            average = average == 0 ? latest : average * KEPT + latest * (1 - KEPT);
            managed = Math.clamp((long) (average * TIMES), LEAST, MOST);
        }
    }
}
