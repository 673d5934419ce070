package io.telamon.gateway.net;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at all connections now and then and ends those whose peers take too long. */
public final class Watch implements AutoCloseable {

    private static final Duration ROUND = Duration.ofMillis(250);

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** Begins to watch. */
    public Watch() {
        thread = Thread.ofVirtual().name("gateway-watch").start(this::watch);
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    int size() {
        return connections.size();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(ROUND);
                long now = System.nanoTime();
                connections.forEach(connection -> connection.endIfSlow(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ceases to watch and ends what is left. */
    @Override
    public void close() {
        thread.interrupt();
        connections.forEach(Connection::end);
    }
}
