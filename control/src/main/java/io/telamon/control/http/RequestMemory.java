package io.telamon.control.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory for requests, of which each takes a share that grows as its body arrives. When none is left, the largest body that is still being
 * received loses its share. A part is kept for small shares, so that large bodies do not keep small ones out.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. A share is confined to one.
 */
public final class RequestMemory {

    private static final Logger log = LoggerFactory.getLogger(RequestMemory.class);

    /** A share of at most so many bytes is small. */
    private static final long SMALL = 64 << 10;

    /** One part of so many is for small shares alone. */
    private static final int KEPT = 8;

    /** Bodies that come without a pause are not displaced. */
    private static final Duration YOUNGEST_DISPLACED = Duration.ofMillis(500);

    private static final Duration BETWEEN_DISPLACEMENTS = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition released = lock.newCondition();
    private final Set<Share> receiving = new HashSet<>();
    private long taken;

    /** Memory of so many bytes. */
    public RequestMemory(long capacity) {
        this.capacity = capacity;
    }

    /**
     * A share for a body that is to be received.
     *
     * @param displace ends the reading of the body, and tells whether it did: not when the body was not being waited for
     */
    public Share receive(BooleanSupplier displace) {
        Share share = new Share(displace);
        lock.lock();
        try {
            receiving.add(share);
        } finally {
            lock.unlock();
        }
        return share;
    }

    /** The bytes of the largest share that is possible. */
    public long largestShare() {
        return capacity - capacity / KEPT;
    }

    /** Bytes that are taken. */
    public long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** What one request has taken. */
    public final class Share implements AutoCloseable {

        private final BooleanSupplier displace;
        private final long since = System.nanoTime();
        private long bytes;

        private Share(BooleanSupplier displace) {
            this.displace = displace;
        }

        /**
         * Takes more.
         *
         * @throws MemoryExhaustedException when there is none, also after a wait of two seconds
         */
        public void take(long more) {
            lock.lock();
            try {
                awaitFree(more);
                taken += more;
                bytes += more;
            } finally {
                lock.unlock();
            }
        }

        /** Takes more, if it can be had at once. */
        public boolean tryTake(long more) {
            lock.lock();
            try {
                boolean free = isFree(more);
                if (free) {
                    taken += more;
                    bytes += more;
                }
                return free;
            } finally {
                lock.unlock();
            }
        }

        private void awaitFree(long more) {
            long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
            while (!isFree(more)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new MemoryExhaustedException();
                }
                displaceLargest(this);
                awaitRelease(Math.min(left, BETWEEN_DISPLACEMENTS.toNanos()));
            }
        }

        private boolean isFree(long more) {
            long limit = bytes + more <= SMALL ? capacity : largestShare();
            return taken + more <= limit;
        }

        /** Notes that the body has arrived whole. It cannot be displaced any more. */
        public void received() {
            lock.lock();
            try {
                receiving.remove(this);
            } finally {
                lock.unlock();
            }
        }

        /** Gives everything back. */
        @Override
        public void close() {
            lock.lock();
            try {
                receiving.remove(this);
                taken -= bytes;
                bytes = 0;
                released.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller has the loop
    private void awaitRelease(long nanos) {
        try {
            long left = released.awaitNanos(nanos);
            log.trace("{} ns before another body is displaced", left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MemoryExhaustedException();
        }
    }

    private void displaceLargest(Share other) {
        long now = System.nanoTime();
        receiving.stream()
                .filter(share -> share != other && now - share.since > YOUNGEST_DISPLACED.toNanos())
                .sorted(Comparator.comparingLong((Share share) -> share.bytes).reversed())
                .filter(share -> share.displace.getAsBoolean())
                .findFirst()
                .ifPresent(receiving::remove);
    }
}
