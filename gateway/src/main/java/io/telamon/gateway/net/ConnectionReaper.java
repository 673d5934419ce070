package io.telamon.gateway.net;

import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all connections now and then and ends those whose peers take too long. */
public final class ConnectionReaper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionReaper.class);
    private static final Duration ROUND = Duration.ofMillis(250);

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final EssentialThread thread;

    /** Begins to watch. */
    public ConnectionReaper(EssentialThreads threads) {
        thread = threads.start("gateway-watch", this::watch);
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(ROUND);
                long now = System.nanoTime();
                connections.forEach(connection -> endIfLate(connection, now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a thread of its own, as ending a session with an engine may take its time. */
    private void endIfLate(Connection connection, long now) {
        if (connection.isLate(now) && connections.remove(connection)) {
            LOG.debug("{} takes too long", connection);
            Thread.ofVirtual().name("gateway-end").start(connection::end);
        }
    }

    /** Ceases to watch and ends what is left. */
    @Override
    public void close() {
        thread.end();
        thread.interrupt();
        connections.forEach(Connection::end);
    }
}
