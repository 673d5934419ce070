package io.telamon.control.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A store that tells failures of its database as {@link StoreException}, logs them seldom, and remembers the last one
 * until a write succeeds. Safe for use by many threads.
 */
final class WatchedStore implements Store {

    private static final String PROBE = "write check";

    /** Characters: more than there is left on pages in use, so that it fails on a disk that is full. */
    private static final int PROBE_LENGTH = 64 << 10;

    private final Store store;
    private final FailureLog log = new FailureLog(System::nanoTime);
    private volatile @Nullable StoreException last;

    WatchedStore(Store store) {
        this.store = store;
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        try {
            return store.read(query);
        } catch (RuntimeException e) {
            throw noted(StoreFailures.translate(e, false));
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        T result;
        try {
            result = store.write(work);
        } catch (RuntimeException e) {
            throw noted(StoreFailures.translate(e, false));
        }
        succeeded();
        return result;
    }

    /** Nothing needs to be written while nothing fails; damage is not healed by writes that succeed. */
    @Override
    public void check() {
        read(handle -> handle.select("SELECT value FROM setting WHERE name = 'schema'")
                .mapTo(String.class)
                .findOne());
        StoreException failure = last;
        if (failure != null) {
            if (failure.failure() == StoreFailure.DAMAGED) {
                throw failure;
            }
            write(WatchedStore::probe);
        }
    }

    private static int probe(Transaction transaction) {
        transaction
                .handle()
                .execute(
                        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        PROBE,
                        "x".repeat(PROBE_LENGTH));
        return transaction.handle().execute("DELETE FROM setting WHERE name = ?", PROBE);
    }

    private RuntimeException noted(RuntimeException thrown) {
        if (thrown instanceof StoreException failure && failure.failure() != StoreFailure.CLOSED) {
            log.failed(failure);
            if (last == null || failure.failure() == StoreFailure.DAMAGED) {
                last = failure;
            }
        }
        return thrown;
    }

    private void succeeded() {
        StoreException failure = last;
        if (failure != null && failure.failure() != StoreFailure.DAMAGED) {
            last = null;
            log.recovered();
        }
    }

    @Override
    public <K, V> SharedCache<K, V> cache(int mostEntries) {
        return store.cache(mostEntries);
    }

    @Override
    public StoreStatistics statistics() {
        return store.statistics();
    }

    @Override
    public boolean isShared() {
        return store.isShared();
    }

    @Override
    public void notifyOthers(Transaction transaction, String notice) {
        store.notifyOthers(transaction, notice);
    }

    @Override
    public Subscription subscribe(Consumer<String> received, Runnable missed) {
        return store.subscribe(received, missed);
    }

    @Override
    public Membership join(String node, boolean alone) {
        return store.join(node, alone);
    }

    @Override
    public void close() {
        store.close();
    }
}
