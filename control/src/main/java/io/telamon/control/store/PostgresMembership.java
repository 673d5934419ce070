package io.telamon.control.store;

import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An advisory lock on the schema, held by a connection of its own: PostgreSQL gives it up when the connection ends, so a process
 * that was killed is in nobody's way. It is shared, or exclusive where the process has to be alone. A connection that breaks is
 * replaced.
 */
final class PostgresMembership implements Membership {

    private static final Logger log = LoggerFactory.getLogger(PostgresMembership.class);

    /** The first half of the lock's number; the second is that of the schema. */
    private static final int NAMESPACE = 0x54454C4D;

    private static final String SCHEMA =
            "(SELECT oid::bigint::bit(32)::int FROM pg_namespace WHERE nspname = current_schema())";
    private static final String OTHERS = """
            SELECT coalesce(string_agg(DISTINCT coalesce(nullif(activity.application_name, ''), 'unknown'), ', '), '')
            FROM pg_locks AS held LEFT JOIN pg_stat_activity AS activity ON activity.pid = held.pid
            WHERE held.locktype = 'advisory' AND held.granted AND held.pid <> pg_backend_pid() AND held.objsubid = 2
              AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND held.classid::bigint = ? AND held.objid = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())""";

    /** A connection whose process was killed is given up in some milliseconds; one whose machine is gone, within 30 seconds. */
    private static final String NOTICE_LOST_MACHINES =
            "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static final int TRIES = 20;
    private static final int BETWEEN_TRIES_MILLIS = 100;
    private static final int BETWEEN_CHECKS_MILLIS = 2_000;

    private final String url;
    private final Properties properties = new Properties();
    private final boolean alone;
    private final EssentialThread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Connection connection;

    /** Whether the loss was logged; used by the one thread that checks. */
    private boolean lost;

    private PostgresMembership(String url, String node, boolean alone, EssentialThreads threads) throws SQLException {
        this.url = "jdbc:" + url;
        this.alone = alone;
        properties.setProperty("ApplicationName", node);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        this.connection = join(TRIES);
        this.thread = threads.start("store-membership", this::keep);
    }

    /**
     * Takes the lock.
     *
     * @param node names this process to the others
     * @param alone whether no other may be there
     * @param threads list the one that keeps the lock, as {@code store-membership}
     * @throws OtherNodesException when another process is there that may not, or that has to be alone
     */
    static PostgresMembership take(String url, String node, boolean alone, EssentialThreads threads) {
        try {
            return new PostgresMembership(url, node, alone, threads);
        } catch (SQLException e) {
            throw StoreFailures.translate(new IllegalStateException(e), false);
        }
    }

    @Override
    public boolean hasOthers() {
        try {
            return !others(connection).isEmpty();
        } catch (SQLException e) {
            throw StoreFailures.translate(new IllegalStateException(e), false);
        }
    }

    private Connection join(int tries) throws SQLException {
        Connection made = DriverManager.getConnection(url, properties);
        try {
            try (Statement statement = made.createStatement()) {
                statement.execute(NOTICE_LOST_MACHINES);
            }
            for (int attempt = 1; !lock(made); attempt++) {
                String names = others(made);
                if (attempt >= tries) {
                    throw new OtherNodesException(names);
                }
                pause(BETWEEN_TRIES_MILLIS);
            }
            return made;
        } catch (SQLException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private boolean lock(Connection on) throws SQLException {
        String function = alone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
        try (PreparedStatement query = on.prepareStatement("SELECT " + function + "(?, " + SCHEMA + ")")) {
            query.setInt(1, NAMESPACE);
            try (ResultSet result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static String others(Connection on) throws SQLException {
        try (PreparedStatement query = on.prepareStatement(OTHERS)) {
            query.setLong(1, NAMESPACE);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        }
    }

    private void keep() {
        while (!pause(BETWEEN_CHECKS_MILLIS)) {
            try {
                if (!connection.isValid(1)) {
                    connection.close();
                    connection = join(1);
                }
                lost = false;
            } catch (OtherNodesException e) {
                if (e.names().equals(properties.getProperty("ApplicationName"))) {
                    log.debug("the database has not noticed yet that the connection before has ended");
                } else if (!lost) {
                    log.error("{} works on the same database now, which is not possible beside this server", e.names());
                }
                lost = !e.names().equals(properties.getProperty("ApplicationName"));
            } catch (SQLException e) {
                log.debug("the database does not respond", e);
            }
        }
    }

    /** Waits, and says whether it is closed. */
    private boolean pause(int millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        thread.end();
        closed.countDown();
        thread.join();
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("the connection is gone already", e);
        }
    }
}
