package io.telamon.gateway.net;

import io.telamon.gateway.cluster.LiveConnection;
import io.telamon.gateway.cluster.Unauthenticated;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections may be open over all clusters and ports. A connection with TLS counts as {@value #TLS}, for the memory it takes.
 * Three quarters may be unauthenticated ones of one address. When all are taken, a new connection takes the place of an unauthenticated
 * one.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
public final class ConnectionLimit {

    static final int TLS = 5;

    private final Unauthenticated unauthenticated = new Unauthenticated();
    private final AtomicInteger taken = new AtomicInteger();
    private final int most;

    /** Allows so many connections without TLS. */
    public ConnectionLimit(int most) {
        this.most = most;
    }

    /** Counts a new connection in, closing others for it if need be; false if it cannot be had. */
    boolean admit(Connection connection) {
        unauthenticated.pollOf(connection.address(), Math.ceilDiv(3L * most, 4)).ifPresent(LiveConnection::giveWay);
        while (!take(connection.weight())) {
            Optional<LiveConnection> other = unauthenticated.poll(most / 4);
            if (other.isEmpty()) {
                return false;
            }
            other.get().giveWay();
        }
        unauthenticated.add(connection);
        return true;
    }

    private boolean take(int weight) {
        if (taken.addAndGet(weight) <= most) {
            return true;
        }
        taken.addAndGet(-weight);
        return false;
    }

    void authenticated(Connection connection) {
        unauthenticated.remove(connection);
    }

    /** Counts a connection out, which was counted in and is only counted out once. */
    void release(Connection connection) {
        unauthenticated.remove(connection);
        taken.addAndGet(-connection.weight());
    }

    int taken() {
        return taken.get();
    }
}
