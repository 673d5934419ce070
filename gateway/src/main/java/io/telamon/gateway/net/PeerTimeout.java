package io.telamon.gateway.net;

import io.telamon.gateway.wire.FrameProgressListener;
import java.time.Duration;

/**
 * How long a peer may take for what it owes: a handshake, its first message, the rest of a frame, taking a reply, proving who it is. A
 * blocked thread cannot look at a clock, so a {@link ConnectionReaper} asks from outside.
 *
 * <h2>Threads</h2>
 *
 * The connection's thread sets the deadline, the watch reads it.
 */
final class PeerTimeout implements FrameProgressListener {

    /** So many bytes restart the time within which more must follow. */
    static final int STEP = 256 * 1024;

    private static final long NONE = Long.MAX_VALUE;

    private final ConnectionTimeouts deadlines;
    private volatile long startedAt;
    private volatile long allowed = NONE;
    private volatile long progressAt;
    private volatile long stall = NONE;
    private volatile boolean waiting;
    private long waitingSince;
    private int progress;
    private volatile boolean spoken;
    private boolean trusted;

    PeerTimeout(ConnectionTimeouts deadlines) {
        this.deadlines = deadlines;
    }

    /** The peer has said who it is: it may be silent as long as it likes. */
    void trust() {
        trusted = true;
    }

    /** From now on the peer has the time of a handshake until its first message is there. */
    void connected() {
        await(deadlines.handshake());
    }

    @Override
    public void frameBegun() {
        if (spoken) {
            await(trusted ? deadlines.frame() : deadlines.handshake());
        }
    }

    @Override
    public void progressed(int bytes) {
        progress += bytes;
        if (stall == NONE || progress >= STEP) {
            progress = 0;
            progressAt = System.nanoTime();
            stall = deadlines.stall().toNanos();
        }
    }

    @Override
    public void waitBegun() {
        waitingSince = System.nanoTime();
        waiting = true;
    }

    @Override
    public void waitEnded() {
        long waited = System.nanoTime() - waitingSince;
        startedAt = later(startedAt, waited);
        progressAt = later(progressAt, waited);
        waiting = false;
    }

    private static long later(long time, long nanos) {
        return time + nanos;
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
        if (!spoken) {
            spoken = true;
        }
        stall = NONE;
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

    /** Whether a whole message has come. */
    boolean hasSpoken() {
        return spoken;
    }

    /** Whether the peer has taken too long. */
    boolean isExpired(long now) {
        return !waiting && (isOver(now, startedAt, allowed) || isOver(now, progressAt, stall));
    }

    private static boolean isOver(long now, long since, long atMost) {
        return atMost != NONE && now - since > atMost;
    }
}
