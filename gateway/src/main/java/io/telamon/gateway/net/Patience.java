package io.telamon.gateway.net;

import io.telamon.gateway.wire.Pace;
import java.time.Duration;

/**
 * How long a peer may take for what it owes: a handshake, the rest of a frame, taking a reply, proving who it is. A blocked thread cannot
 * look at a clock, so a {@link Watch} asks from outside.
 *
 * <h2>Threads</h2>
 *
 * The connection's thread sets the deadline, the watch reads it.
 */
final class Patience implements Pace {

    private static final long NONE = Long.MAX_VALUE;

    private final Deadlines deadlines;
    private volatile long startedAt;
    private volatile long allowed = NONE;
    private boolean trusted;

    Patience(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The peer has said who it is: it may be silent as long as it likes. */
    void trust() {
        trusted = true;
    }

    void handshakeBegun() {
        await(deadlines.handshake());
    }

    @Override
    public void frameBegun() {
        await(trusted ? deadlines.frame() : deadlines.handshake());
    }

    @Override
    public void frameEnded() {
        rest();
    }

    void writeBegun() {
        await(deadlines.write());
    }

    void writeEnded() {
        rest();
    }

    /** Nothing is owed, but a peer that nobody knows may not stay for ever. */
    void rest() {
        if (trusted) {
            allowed = NONE;
        } else {
            await(deadlines.anonymous());
        }
    }

    private void await(Duration time) {
        startedAt = System.nanoTime();
        allowed = time.toNanos();
    }

    /** Whether the peer has taken too long. */
    boolean isLost(long now) {
        long most = allowed;
        return most != NONE && now - startedAt > most;
    }
}
