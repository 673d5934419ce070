package io.telamon.control.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.telamon.gateway.thread.EssentialThreads;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A PostgreSQL database that several nodes may share. */
final class PostgresStore implements Store {

    /** Serialization failure and deadlock: the transaction was undone and may be tried again. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    private static final int TRIES = 10;
    private static final int CONNECTIONS = 16;
    private static final int VALIDATION_MILLIS = 500;

    private final String url;
    private final HikariDataSource pool;
    private final EssentialThreads threads;
    private final Jdbi jdbi;
    private final LongAdder commits = new LongAdder();

    /** Begins the notices of this process; as long as that of any other. */
    private final String self = UUID.randomUUID().toString();

    /** Of the notices of all processes that share the schema. */
    private final String channel;

    private PostgresStore(String url, HikariDataSource pool, EssentialThreads threads) {
        this.url = url;
        this.pool = pool;
        this.threads = threads;
        this.jdbi = Jdbis.over(new PostgresConnections(pool, CONNECTIONS - 1)); // one is for notices
        this.channel = "telamon_"
                + read(handle -> handle.select("SELECT current_schema()")
                        .mapTo(String.class)
                        .one());
    }

    static PostgresStore open(String url, EssentialThreads threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:" + url);
        // the details of its errors and the statements of its batches have values in them
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("telamon");
        config.setConnectionTimeout(PostgresConnections.LONGEST_RESPONSE.toMillis());
        config.setValidationTimeout(VALIDATION_MILLIS);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Migrations.apply(pool);
            return new PostgresStore(url, pool, threads);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        try {
            return jdbi.withHandle(query::apply);
        } catch (RuntimeException e) {
            throw StoreFailures.translate(e, false);
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(work);
            } catch (JdbiException e) {
                if (attempt == TRIES || !mayTryAgain(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public <K, V> SharedCache<K, V> cache(int mostEntries) {
        return new SharedCache<>(false, mostEntries);
    }

    @Override
    public StoreStatistics statistics() {
        return new StoreStatistics(commits.sum(), commits.sum());
    }

    @Override
    public void notifyOthers(Transaction transaction, String notice) {
        transaction
                .handle()
                .select("SELECT pg_notify(?, ?)", channel, self + notice)
                .mapTo(String.class)
                .one();
    }

    @Override
    public Subscription subscribe(Consumer<String> received, Runnable missed) {
        return PostgresNotices.start(
                pool,
                channel,
                notice -> {
                    if (!notice.startsWith(self)) {
                        received.accept(notice.substring(self.length()));
                    }
                },
                missed,
                threads)::close;
    }

    @Override
    public Membership join(String node, boolean alone) {
        return PostgresMembership.take(url, node, alone, threads);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T writeOnce(Function<Transaction, T> work) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return jdbi.withHandle(handle -> {
                Transaction transaction = new Transaction(handle, false);
                T result = handle.inTransaction(open -> {
                    T worked = work.apply(transaction);
                    committing.set(true);
                    return worked;
                });
                committing.set(false);
                commits.increment();
                transaction.committed();
                return result;
            });
        } catch (RuntimeException e) {
            throw StoreFailures.translate(e, committing.get());
        }
    }

    private static boolean mayTryAgain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TRY_AGAIN.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
