package io.telamon.control.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A store that counts the statements of reads. */
public final class CountingStore implements Store {

    private final Store store;
    private final AtomicInteger statements = new AtomicInteger();

    public CountingStore(Store store) {
        this.store = store;
    }

    /** The statements since the last call. */
    public int take() {
        return statements.getAndSet(0);
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        return store.read(handle -> {
            handle.setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    statements.incrementAndGet();
                }
            });
            return query.apply(handle);
        });
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return store.write(work);
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
    public void close() {
        store.close();
    }
}
