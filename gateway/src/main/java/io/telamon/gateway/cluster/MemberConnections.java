package io.telamon.gateway.cluster;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The connections to one member of a cluster. The limit of a tier is for each of them (Atlas documentation, "Connection Limits").
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
public final class MemberConnections {

    private final AtomicLong open = new AtomicLong();
    private final Unauthenticated unauthenticated = new Unauthenticated();

    MemberConnections() {}

    /** Counts a connection in; false if there are that many already. */
    public boolean opened(long atMost) {
        if (open.incrementAndGet() > atMost) {
            open.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Counts a connection out. */
    public void closed() {
        open.decrementAndGet();
    }

    /** Those that nobody has authenticated on. */
    public Unauthenticated unauthenticated() {
        return unauthenticated;
    }
}
