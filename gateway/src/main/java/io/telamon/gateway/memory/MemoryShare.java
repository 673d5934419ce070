package io.telamon.gateway.memory;

/** What one cluster uses of a {@link MemoryBudget}. Safe for all threads. */
public final class MemoryShare {

    final MemoryBudget budget;

    /** Bytes that its leases are charged for. Guarded by the budget's lock. */
    long charged;

    MemoryShare(MemoryBudget budget) {
        this.budget = budget;
    }

    /** A lease for one more connection, of nothing yet. */
    public MemoryLease lease() {
        return new MemoryLease(this);
    }
}
