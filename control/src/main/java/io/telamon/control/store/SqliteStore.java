package io.telamon.control.store;

import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file, in WAL mode with {@code synchronous=FULL}. Readers have connections of their own; one writer thread
 * has the only writing connection and lets concurrent transactions share a commit.
 */
final class SqliteStore implements Store {

    /** How long a lock that another program has on the file is waited for. */
    private static final int BUSY_MILLIS = 1_500;

    private final SqliteReaders readers;
    private final SqliteWriter writer;

    private SqliteStore(SqliteReaders readers, SqliteWriter writer) {
        this.readers = readers;
        this.writer = writer;
    }

    static SqliteStore open(Path file, EssentialThreads threads) {
        SQLiteDataSource source = source(file, false);
        Migrations.apply(source);
        Handle writing = jdbi(source).open();
        return new SqliteStore(new SqliteReaders(jdbi(source(file, true))), SqliteWriter.start(writing, threads));
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        return readers.read(query);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return writer.write(work);
    }

    @Override
    public <K, V> SharedCache<K, V> cache(int mostEntries) {
        return new SharedCache<>(true, mostEntries);
    }

    @Override
    public StoreStatistics statistics() {
        return writer.statistics();
    }

    @Override
    public void notifyOthers(Transaction transaction, String notice) {}

    @Override
    public Subscription subscribe(Consumer<String> received, Runnable missed) {
        return () -> {};
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** The writer is the last: whoever closes a SQLite file last puts the log back into it, which readers may not. */
    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static SQLiteDataSource source(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setReadOnly(readOnly);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static Jdbi jdbi(SQLiteDataSource source) {
        Jdbi jdbi = Jdbis.over(source);
        jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
        return jdbi;
    }
}
