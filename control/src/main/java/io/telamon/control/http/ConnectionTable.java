package io.telamon.control.http;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The open connections of a listener, counted in total and by client address. Where the limit is reached, those that have waited longest
 * without a request, or longest after the response, make space for new ones, so that nobody can keep others out with idle or half-open
 * connections.
 *
 * <h2>Threads</h2>
 *
 * Connections are added by the acceptor alone. All else is safe for all threads.
 */
final class ConnectionTable {

    /** Of a limit, the part that makes space at once, so that the search for it is rare. */
    private static final int SHARE = 32;

    private final HttpLimits limits;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    private record Candidate(Connection connection, Progress.State seen) {}

    ConnectionTable(HttpLimits limits) {
        this.limits = limits;
    }

    /** Counts a connection in, unless a limit is reached and no connection can be displaced. */
    boolean add(Connection connection) {
        InetAddress network = Networks.of(connection.address());
        if (byAddress.getOrDefault(network, 0) >= limits.connectionsPerAddress()
                && !closeWaiting(
                        limits.connectionsPerAddress(),
                        other -> Networks.of(other.address()).equals(network))) {
            return false;
        }
        if (open.size() >= limits.connections() && !closeWaiting(limits.connections(), other -> true)) {
            return false;
        }
        open.add(connection);
        byAddress.merge(network, 1, Integer::sum);
        return true;
    }

    private boolean closeWaiting(int limit, Predicate<Connection> among) {
        List<Candidate> waiting = open.stream()
                .filter(among)
                .map(connection -> new Candidate(connection, connection.state()))
                .filter(candidate -> candidate.seen().phase().isDisplaceable())
                .sorted(Comparator.comparingLong(candidate -> candidate.seen().since()))
                .limit(1 + limit / SHARE)
                .toList();
        boolean closed = false;
        for (Candidate candidate : waiting) {
            if (candidate.connection().displace(candidate.seen())) {
                remove(candidate.connection());
                closed = true;
            }
        }
        return closed;
    }

    /** Closes waiting connections, as there is no file descriptor for another one. */
    void closeWaiting() {
        closeWaiting(limits.connections(), other -> true);
    }

    /** Counts a connection out, if it is counted. */
    void remove(Connection connection) {
        if (open.remove(connection)) {
            byAddress.computeIfPresent(
                    Networks.of(connection.address()), (network, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Whether many connections that were closed still have threads, so that no more should be accepted for a moment. */
    boolean isBehind() {
        return running.get() > limits.connections() + limits.connections() / 4 + 1;
    }

    void threadStarted() {
        running.incrementAndGet();
    }

    void threadEnded() {
        running.decrementAndGet();
    }

    /** Ends connections that have been longer in their phase than it may last. */
    void expireLate() {
        long now = System.nanoTime();
        for (Connection connection : open) {
            Progress.State seen = connection.state();
            if (seen.isLate(now)) {
                if (seen.phase() == Phase.EXPIRED) {
                    connection.close();
                } else {
                    connection.expire(seen);
                }
            }
        }
    }

    void drain() {
        open.forEach(Connection::drain);
    }

    void close() {
        open.forEach(Connection::close);
    }

    int size() {
        return open.size();
    }

    boolean isEmpty() {
        return running.get() == 0;
    }
}
