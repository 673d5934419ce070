package io.telamon.control.cluster;

import io.telamon.control.store.Transaction;

/** What belongs to clusters and goes away with them, or when they become clusters of another kind. */
@FunctionalInterface
public interface Dependents {

    /** Discards what belongs to the cluster. */
    void discard(Transaction transaction, Cluster cluster);
}
