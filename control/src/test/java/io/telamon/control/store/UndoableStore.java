package io.telamon.control.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A SQLite store in one transaction that never commits, so that what was written since a mark can be undone. */
public final class UndoableStore implements Store {

    private final Handle handle;
    private final List<SharedCache<?, ?>> caches = new ArrayList<>();
    private long writes;

    private UndoableStore(Handle handle) {
        this.handle = handle;
    }

    /** A new, empty store. */
    public static UndoableStore open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Migrations.apply(source);
        Handle handle = Jdbis.over(source).open();
        handle.execute("BEGIN");
        return new UndoableStore(handle);
    }

    /** Marks the present state. Marks are nested. */
    public synchronized void mark() {
        handle.execute("SAVEPOINT mark");
    }

    /** Removes the last mark. */
    public synchronized void unmark() {
        handle.execute("RELEASE mark");
    }

    /** Returns to the state of the last mark and removes the mark. */
    public synchronized void undo() {
        handle.execute("ROLLBACK TO mark");
        unmark();
        Transaction transaction = new Transaction(handle, true);
        caches.forEach(cache -> cache.dropAllAfter(transaction));
        transaction.committed();
    }

    @Override
    public synchronized <T> T read(Function<Handle, T> query) {
        return query.apply(handle);
    }

    @Override
    public synchronized <T> T write(Function<Transaction, T> work) {
        Transaction transaction = new Transaction(handle, true);
        handle.execute("SAVEPOINT work");
        T result;
        try {
            result = work.apply(transaction);
        } catch (RuntimeException e) {
            handle.execute("ROLLBACK TO work");
            handle.execute("RELEASE work");
            throw e;
        }
        handle.execute("RELEASE work");
        writes++;
        transaction.committed();
        return result;
    }

    @Override
    public synchronized <K, V> SharedCache<K, V> cache(int mostEntries) {
        SharedCache<K, V> cache = new SharedCache<>(true, mostEntries);
        caches.add(cache);
        return cache;
    }

    @Override
    public synchronized StoreStatistics statistics() {
        return new StoreStatistics(writes, 0);
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void notifyOthers(Transaction transaction, String notice) {}

    @Override
    public Subscription subscribe(Consumer<String> received, Runnable missed) {
        return () -> {};
    }

    @Override
    public synchronized void close() {
        handle.close();
    }
}
