package io.telamon.control.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a pool for as many transactions as the pool has connections; the others wait in order. While the database
 * responds they wait up to 30 seconds. While it does not, they fail at once, so that nobody waits for those before them to
 * find out the same. A statement gets 1.5 seconds to respond, as does a connection to be made.
 */
final class PostgresConnections implements ConnectionFactory {

    /** How long the database may take to accept a connection or to respond to a statement. */
    static final Duration LONGEST_RESPONSE = Duration.ofMillis(1_500);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(100);

    private final DataSource pool;
    private final Semaphore permits;
    private volatile boolean failing;

    PostgresConnections(DataSource pool, int most) {
        this.pool = pool;
        this.permits = new Semaphore(most, true);
    }

    @Override
    public Connection openConnection() throws SQLException {
        acquire();
        boolean opened = false;
        try {
            Connection connection = pool.getConnection();
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_RESPONSE.toMillis());
            opened = true;
            return connection;
        } finally {
            failing = !opened;
            if (!opened) {
                permits.release();
            }
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            if (connection.isClosed()) {
                failing = true; // the pool gave it up, as it is broken
            }
            connection.close();
        } finally {
            permits.release();
        }
    }

    private void acquire() throws SQLException {
        long began = System.nanoTime();
        boolean waited = false;
        try {
            while (!permits.tryAcquire(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                waited = true;
                if (failing || System.nanoTime() - began > LONGEST_WAIT.toNanos()) {
                    throw new SQLTransientConnectionException("no connection is free", "08001");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", "08001", e);
        }
        if (waited && failing) {
            permits.release();
            throw new SQLTransientConnectionException("the database does not respond", "08001");
        }
    }
}
