package io.telamon.control.store;

import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the notices of a channel on a connection of its own, and takes another when that breaks. */
final class PostgresNotices implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresNotices.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);

    private final DataSource connections;
    private final String channel;
    private final Consumer<String> received;
    private final Runnable missed;
    private final CountDownLatch listening = new CountDownLatch(1);
    private final EssentialThread thread;
    private volatile boolean closed;

    /** Whether that was logged; used by the one thread that listens. */
    private boolean failing;

    private PostgresNotices(
            DataSource connections,
            String channel,
            Consumer<String> received,
            Runnable missed,
            EssentialThreads threads) {
        this.connections = connections;
        this.channel = channel;
        this.received = received;
        this.missed = missed;
        this.thread = threads.start("store-notices", this::listen);
    }

    /**
     * Begins, and returns once it listens.
     *
     * @param missed runs after a time in which notices may have been lost
     * @param threads list the one that listens, as {@code store-notices}
     */
    static PostgresNotices start(
            DataSource connections,
            String channel,
            Consumer<String> received,
            Runnable missed,
            EssentialThreads threads) {
        PostgresNotices notices = new PostgresNotices(connections, channel, received, missed, threads);
        try {
            notices.listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return notices;
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = connections.getConnection()) {
                listenOn(connection);
            } catch (SQLException | RuntimeException e) {
                if (!closed && !failing) {
                    log.warn("what other nodes change is not heard for a while: {}", e.getMessage());
                }
                failing = true;
            }
            listening.countDown();
            pause();
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN \"" + channel + "\"");
            if (listening.getCount() == 0) {
                missed.run();
            }
            listening.countDown();
            failing = false;
            while (!closed) {
                subscribe(connection.unwrap(PGConnection.class));
            }
            statement.execute("UNLISTEN *");
        }
    }

    private void subscribe(PGConnection connection) throws SQLException {
        PGNotification[] notices = connection.getNotifications((int) LONGEST_WAIT.toMillis());
        for (PGNotification notice : notices) {
            received.accept(notice.getParameter());
        }
    }

    private void pause() {
        if (!closed) {
            try {
                Thread.sleep(BETWEEN_CONNECTIONS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        thread.end();
        closed = true;
        thread.join();
    }
}
