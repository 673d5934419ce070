package io.telamon.control.store;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The connections that read a SQLite file. Each is opened when all others are in use, and then kept with the statements
 * that it has prepared. Safe for use by many threads.
 */
final class SqliteReaders implements AutoCloseable {

    private static final int MOST = 4;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Jdbi jdbi;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<Handle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SqliteReaders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads with a connection that nobody else uses meanwhile.
     *
     * @throws StoreException when there is none for 30 seconds, or all are closed
     */
    <T> T read(Function<Handle, T> query) {
        acquire();
        try {
            Handle known = idle.poll();
            Handle handle = known == null ? jdbi.open() : known;
            try {
                T result = query.apply(handle);
                giveBack(handle);
                return result;
            } catch (JdbiException e) {
                handle.close(); // the next one has a new connection, in case that it is to blame
                throw e;
            } catch (RuntimeException | Error e) {
                giveBack(handle);
                throw e;
            }
        } finally {
            permits.release();
        }
    }

    private void giveBack(Handle handle) {
        if (handle.getStatementBuilder() instanceof KeptStatements statements) {
            statements.closeUnfinished();
        }
        idle.push(handle);
    }

    /** Waits for the reads that run; there are none afterwards. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        permits.acquireUninterruptibly(MOST);
        idle.forEach(Handle::close);
        permits.release(MOST); // those that wait are told
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw StoreException.unchanged(StoreFailure.BUSY, "");
            }
            if (closed) {
                permits.release();
                throw StoreException.unchanged(StoreFailure.CLOSED, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unchanged(StoreFailure.CLOSED, "interrupted before reading");
        }
    }
}
