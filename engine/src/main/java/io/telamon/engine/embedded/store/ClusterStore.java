package io.telamon.engine.embedded.store;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * One cluster's open file.
 *
 * <h2>Threads</h2>
 *
 * Readers and the commit share a lock, a writer has it alone. So nobody sees half a command, mongo-java-server's own races cannot happen, and
 * a commit never cuts a write in two.
 */
public final class ClusterStore implements AutoCloseable {

    /** Space that is free is used again after this many milliseconds; every commit is on the disk long before. */
    private static final int RETENTION = 1_000;

    private static final int FILL_RATE = 70;
    private static final int STEP = 4 << 20;
    private static final int SHRINK_MILLIS = 100;

    private final MVStore store;
    private final StoredBackend backend;
    private final Cursors cursors;
    private final StoredRetries retried;
    private final ClusterTime time;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final GroupCommit commits;
    private final AtomicLong untidy = new AtomicLong();
    private volatile boolean broken;

    private ClusterStore(MVStore store, ResultMemory memory, InstantSource clock) {
        this.store = store;
        this.backend = new StoredBackend(store);
        this.retried = new StoredRetries(backend.maps().retries(), clock);
        this.time = new ClusterTime(backend.maps().times(), clock, this::commitAlone);
        this.cursors = new Cursors(memory);
        this.commits = new GroupCommit(store, gate.readLock());
    }

    /**
     * Opens a file, which may be empty.
     *
     * @param file its path as H2 reads it: it may begin with the name of one of H2's file systems
     * @param cacheMegabytes memory for pages that were read
     * @param memory what results may take
     * @throws BrokenStoreException if it cannot be read or another process has it open
     */
    public static ClusterStore open(String file, int cacheMegabytes, ResultMemory memory, InstantSource clock) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file)
                    .autoCommitDisabled()
                    .cacheSize(cacheMegabytes)
                    .open();
            store.setRetentionTime(RETENTION);
            return new ClusterStore(store, memory, clock);
        } catch (MVStoreException e) {
            throw new BrokenStoreException(e);
        }
    }

    /** Its databases. */
    public StoredBackend backend() {
        return backend;
    }

    /** Its open cursors. */
    public Cursors cursors() {
        return cursors;
    }

    /** Its logical time. */
    public ClusterTime time() {
        return time;
    }

    /** The writes that may come again. */
    public StoredRetries retried() {
        return retried;
    }

    /**
     * Runs what only reads.
     *
     * @throws BrokenStoreException if the file cannot be read; the store must be opened again
     */
    public <T> T read(Supplier<T> work) {
        gate.readLock().lock();
        try {
            MVStore.TxCounter version = store.registerVersionUsage();
            try {
                return work.get();
            } finally {
                store.deregisterVersionUsage(version);
            }
        } catch (MVStoreException e) {
            throw broke(e);
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Gives those a turn who wait to write. Called in what only reads, with no lock of one's own held; what was read before may have changed when
     * this returns.
     */
    public void letWritersIn() {
        if (gate.getReadHoldCount() == 1 && gate.hasQueuedThreads()) {
            gate.readLock().unlock();
            gate.readLock().lock();
        }
    }

    /**
     * Runs what writes.
     *
     * @param durable whether to return only when it is on the disk
     * @throws BrokenStoreException if the file cannot be written; nothing of the work may have been done, and the store must be opened again
     */
    public <T> T write(Supplier<T> work, boolean durable) {
        T result;
        long number;
        gate.writeLock().lock();
        try {
            number = commits.written();
            result = Interruption.never(work);
        } catch (MVStoreException e) {
            throw broke(e);
        } finally {
            gate.writeLock().unlock();
        }
        untidy.incrementAndGet();
        if (durable) {
            commit(() -> commits.await(number));
        }
        return result;
    }

    /** Makes durable what is stored now, while nobody else writes. */
    private void commitAlone() {
        store.commit();
        store.sync();
    }

    private void commit(Runnable work) {
        try {
            work.run();
        } catch (MVStoreException e) {
            throw broke(e);
        }
    }

    private BrokenStoreException broke(MVStoreException cause) {
        broken = true;
        return new BrokenStoreException(cause);
    }

    /** Whether the file failed and must be opened again. */
    public boolean broken() {
        return broken || store.isClosed();
    }

    /**
     * Makes durable what nobody waits for and forgets what is out of date.
     *
     * @param compacts whether to write sparsely filled pieces of the file anew, which needs space on the disk
     */
    public void tidy(boolean compacts) {
        commit(commits::flush);
        cursors.closeIdle();
        if (compacts && untidy.getAndSet(0) > 0) {
            compact();
        }
    }

    /** Forgets sessions that have ended. */
    public void forgetSessions() {
        write(retried::forgetOld, false);
    }

    /** Steps are small: writers wait for one at a time. */
    private void compact() {
        boolean more = true;
        for (int step = 0; more && step < 16; step++) {
            gate.readLock().lock();
            try {
                more = store.compact(FILL_RATE, STEP);
            } catch (MVStoreException e) {
                throw broke(e);
            } finally {
                gate.readLock().unlock();
            }
        }
    }

    /** Closes the file, made smaller if that is quickly done. */
    @Override
    public void close() {
        cursors.close();
        gate.writeLock().lock();
        try {
            if (broken) {
                store.closeImmediately();
            } else {
                store.close(SHRINK_MILLIS);
            }
        } catch (MVStoreException e) {
            throw broke(e);
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Closes the file and writes nothing any more. */
    public void abandon() {
        cursors.close();
        store.closeImmediately();
    }
}
