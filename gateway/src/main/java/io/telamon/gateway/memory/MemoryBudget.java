package io.telamon.gateway.memory;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all connections of the process may use for large messages, in bytes. Each cluster has a {@link MemoryShare} of it, each
 * connection a {@link MemoryLease} that grows while bytes arrive.
 *
 * <p>A part of it, the reserve, is as large as one lease may become. One lease at a time has priority and draws on the reserve, so that it
 * never waits and leases that wait for each other cannot block each other for ever. The rest is common. A cluster may use at most three
 * times as much of it as it leaves free, so that there is always something for another cluster (dynamic queue thresholds, Choudhury and
 * Hahne, 1998).
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. One lock, which nobody takes for messages that need no more than a connection's own buffers.
 */
public final class MemoryBudget {

    private static final int SHARE_OF_FREE = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<MemoryLease> waiting = new LinkedHashSet<>();
    private final long reserve;
    private long free;
    private @Nullable MemoryLease priority;

    /**
     * A budget.
     *
     * @param total all of it, in bytes
     * @param reserve how much one lease may need, in bytes, less than all of it
     */
    public MemoryBudget(long total, long reserve) {
        if (reserve <= 0 || reserve >= total) {
            throw new IllegalArgumentException("a reserve of %d bytes in a budget of %d".formatted(reserve, total));
        }
        this.free = total;
        this.reserve = reserve;
    }

    /** A quarter of the heap, at least a reserve of that many bytes and 60 percent of it in common. */
    public static MemoryBudget ofHeap(long reserve) {
        return new MemoryBudget(Math.max(Runtime.getRuntime().maxMemory() / 4, reserve + reserve * 3 / 5), reserve);
    }

    /** A share for one more cluster. */
    public MemoryShare share() {
        return new MemoryShare(this);
    }

    /** Bytes that nobody uses. */
    public long free() {
        lock.lock();
        try {
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** How many leases wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    /** Grows a lease, waiting at most that long; false if that was too short or the lease was cancelled. */
    boolean grow(MemoryLease lease, long bytes, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (lease.cancelled) {
                return false;
            }
            lease.wanted = bytes;
            waiting.add(lease);
            grant();
            long left = nanos;
            while (lease.wanted > 0 && !lease.cancelled && left > 0) {
                left = lease.granted.awaitNanos(left);
            }
            return lease.wanted == 0;
        } finally {
            if (lease.wanted > 0) {
                lease.wanted = 0;
                waiting.remove(lease);
            }
            lock.unlock();
        }
    }

    void shrink(MemoryLease lease, long bytes) {
        lock.lock();
        try {
            lease.held -= bytes;
            charge(lease, Math.min(lease.charged, lease.held));
            if (lease.held == 0 && priority == lease) {
                priority = null;
            }
            lease.arrived &= lease.held > 0;
            grant();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the request which a lease holds has arrived. */
    void arrived(MemoryLease lease) {
        lock.lock();
        try {
            lease.arrived = true;
            grant();
        } finally {
            lock.unlock();
        }
    }

    void cancel(MemoryLease lease) {
        lock.lock();
        try {
            lease.cancelled = true;
            lease.granted.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Gives memory to those who wait and can have it, those of the cluster that uses least first when it comes to priority. */
    private void grant() {
        grantInCommon();
        while (!waiting.isEmpty() && mayPassPriority()) {
            MemoryLease next = poorest();
            priority = next;
            give(next);
            grantInCommon();
        }
    }

    private void grantInCommon() {
        for (MemoryLease lease : waiting.toArray(MemoryLease[]::new)) {
            if (lease == priority || fitsInCommon(lease)) {
                give(lease);
            }
        }
    }

    private boolean fitsInCommon(MemoryLease lease) {
        long left = free + prioritised() - reserve - lease.wanted;
        return left >= 0 && inCommon(lease.share) + lease.wanted <= SHARE_OF_FREE * left;
    }

    private long inCommon(MemoryShare share) {
        return share.charged - (priority != null && priority.share == share ? priority.charged : 0);
    }

    private long prioritised() {
        return priority == null ? 0 : priority.charged;
    }

    /** A request that has arrived needs the reserve no more if what it uses can be counted as common. */
    private boolean mayPassPriority() {
        return priority == null || (priority.arrived && free >= reserve);
    }

    private MemoryLease poorest() {
        MemoryLease poorest = null;
        for (MemoryLease lease : waiting) {
            if (poorest == null || lease.share.charged < poorest.share.charged) {
                poorest = lease;
            }
        }
        return Objects.requireNonNull(poorest);
    }

    /** What a lease with priority needs above the reserve is not charged: it is rare, and of one lease only. */
    private void give(MemoryLease lease) {
        waiting.remove(lease);
        lease.held += lease.wanted;
        long atMost = lease == priority ? Math.max(reserve, lease.charged) : Long.MAX_VALUE;
        charge(lease, Math.min(lease.charged + lease.wanted, atMost));
        lease.wanted = 0;
        lease.granted.signal();
    }

    private void charge(MemoryLease lease, long bytes) {
        long more = bytes - lease.charged;
        lease.charged = bytes;
        lease.share.charged += more;
        free -= more;
    }
}
