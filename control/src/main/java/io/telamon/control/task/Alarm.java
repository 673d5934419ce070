package io.telamon.control.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the one thread that waits for the next moment of which it is told. */
final class Alarm {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Instant next = Instant.MAX;

    Alarm(Clock clock) {
        this.clock = clock;
    }

    /** Rings at the moment, unless it rings before. */
    void ringAt(Instant moment) {
        lock.lock();
        try {
            if (moment.isBefore(next)) {
                next = moment;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it rings, or at most so long. */
    void await(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        lock.lock();
        try {
            long wait = Math.min(most.toNanos(), untilNext());
            while (wait > 0) {
                changed.awaitNanos(wait);
                wait = Math.min(deadline - System.nanoTime(), untilNext());
            }
            next = Instant.MAX;
        } finally {
            lock.unlock();
        }
    }

    private long untilNext() {
        return next.equals(Instant.MAX)
                ? Long.MAX_VALUE
                : Duration.between(clock.instant(), next).toNanos();
    }
}
