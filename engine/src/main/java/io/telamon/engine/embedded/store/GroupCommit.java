package io.telamon.engine.embedded.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable, many at once: whoever waits first commits for all who have written by then.
 *
 * <h2>Threads</h2>
 *
 * {@link #written} is called with the writers' lock held; the rest by anyone who holds no lock.
 */
final class GroupCommit {

    private final MVStore store;
    private final Lock noWriter;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long written;
    private volatile long durable;

    /** Commits that store while that lock keeps writers away. */
    GroupCommit(MVStore store, Lock noWriter) {
        this.store = store;
        this.noWriter = noWriter;
    }

    /** Notes that something was written; the number is what {@link #await} wants. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    long written() {
        return ++written;
    }

    /** Returns when the write of that number is in the file and the file on the disk. */
    void await(long number) {
        while (durable < number) {
            turn.lock();
            try {
                if (durable < number) {
                    commit();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** Makes everything durable that was written so far. */
    void flush() {
        await(written);
    }

    private void commit() {
        long upTo;
        noWriter.lock();
        try {
            upTo = written;
            store.commit();
        } finally {
            noWriter.unlock();
        }
        store.sync();
        durable = upTo;
    }
}
