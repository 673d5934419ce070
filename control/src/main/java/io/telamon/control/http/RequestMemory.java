package io.telamon.control.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Memory for requests, of which each takes a share that grows as its body arrives. When none is left, the largest body that is still being
 * received loses its share, and without such a body, who asks gets none. A part is kept for small shares, so that large bodies do not keep small ones out.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. A share is confined to one.
 */
public final class RequestMemory {

    /** A share of at most so many bytes is small. */
    private static final long SMALL = 64 << 10;

    /** One part of so many is for small shares alone. */
    private static final int KEPT = 8;

    /** Bodies that come without a pause are not displaced. */
    private static final Duration YOUNGEST_DISPLACED = Duration.ofMillis(500);

    /** For the memory of displaced bodies to come back. */
    private static final Duration FOR_DISPLACED = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Set<Share> receiving = new HashSet<>();
    private long taken;

    /** Bytes that displaced bodies have not given back yet. */
    private long returning;

    /** Bytes that bodies wait for. */
    private long awaited;

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
        private long displacedBytes;

        private Share(BooleanSupplier displace) {
            this.displace = displace;
        }

        /**
         * Takes more for a body. When there is none, a body that does not come is displaced, and its memory waited for.
         *
         * @throws MemoryExhaustedException when nobody can be displaced: who waits for others keeps what they wait for
         */
        public void take(long more) {
            lock.lock();
            awaited += more;
            try {
                long deadline = System.nanoTime() + FOR_DISPLACED.toNanos();
                while (!isFree(more)) {
                    displaceFor(more);
                    if (!isFree(more)) {
                        awaitRelease(deadline);
                    }
                }
                add(more);
            } finally {
                awaited -= more;
                lock.unlock();
            }
        }

        /** Displaces bodies until what they give back is enough for all that wait, or at least for this. */
        private void displaceFor(long more) {
            boolean displaced = true;
            while (displaced && !isFree(awaited - returning, more)) {
                displaced = displaceLargest(this);
            }
            if (!isFree(more - returning, more)) {
                throw new MemoryExhaustedException();
            }
        }

        /**
         * Takes as much as a request needs, all at once, and waits for it behind others. Of more than {@link #largestShare}, that is taken.
         *
         * @throws MemoryExhaustedException after a wait of five seconds
         */
        public void takeAll(long all) {
            long wanted = Math.min(all, largestShare());
            lock.lock();
            try {
                long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
                while (!isFree(wanted)) {
                    awaitRelease(deadline);
                }
                add(wanted);
            } finally {
                lock.unlock();
            }
        }

        private void add(long more) {
            taken += more;
            bytes += more;
        }

        /** Takes more, if it can be had at once. */
        public boolean tryTake(long more) {
            lock.lock();
            try {
                boolean free = isFree(more);
                if (free) {
                    add(more);
                }
                return free;
            } finally {
                lock.unlock();
            }
        }

        private boolean isFree(long more) {
            return isFree(more, more);
        }

        /** Whether so many bytes are free, for a share that grows by some of them. */
        private boolean isFree(long needed, long more) {
            long limit = bytes + more <= SMALL ? capacity : largestShare();
            return taken + needed <= limit;
        }

        private void markDisplaced() {
            receiving.remove(this);
            displacedBytes = bytes;
            returning += bytes;
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
                returning -= displacedBytes;
                bytes = 0;
                displacedBytes = 0;
                released.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the callers have loops
    private void awaitRelease(long deadline) {
        try {
            if (released.awaitNanos(deadline - System.nanoTime()) <= 0) {
                throw new MemoryExhaustedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MemoryExhaustedException();
        }
    }

    private boolean displaceLargest(Share other) {
        long now = System.nanoTime();
        Predicate<Share> late = share -> share != other && now - share.since > YOUNGEST_DISPLACED.toNanos();
        Optional<Share> displaced = receiving.stream()
                .filter(late)
                .sorted(Comparator.comparingLong((Share share) -> share.bytes).reversed())
                .filter(share -> share.displace.getAsBoolean())
                .findFirst();
        displaced.ifPresent(Share::markDisplaced);
        return displaced.isPresent();
    }
}
