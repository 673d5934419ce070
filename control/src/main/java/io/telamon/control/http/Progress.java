package io.telamon.control.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far a connection has come, and until when it must come further. That a connection is late is decided once, by a compare-and-set, so
 * that a request that came in time is never cut off.
 *
 * <h2>Threads</h2>
 *
 * The connection's thread moves it on; any thread may find it late.
 */
final class Progress {

    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicReference<State> state;

    /** A phase, since when, and how long it may last; both in nanoseconds, as of {@link System#nanoTime}. */
    record State(Phase phase, long since, long atMost) {

        boolean isLate(long now) {
            return atMost != NEVER && now - since > atMost;
        }
    }

    Progress(Duration opening) {
        state = new AtomicReference<>(new State(Phase.OPENING, System.nanoTime(), opening.toNanos()));
    }

    State state() {
        return state.get();
    }

    boolean isExpired() {
        return state.get().phase() == Phase.EXPIRED;
    }

    /** Enters a phase that may last so long; not when the connection has expired. */
    boolean enter(Phase phase, Duration atMost) {
        return enter(new State(phase, System.nanoTime(), atMost.toNanos()));
    }

    /** Enters the phase in which a request is handled; not when the connection has expired. */
    boolean handle() {
        return enter(new State(Phase.HANDLING, 0, NEVER));
    }

    boolean enter(State next) {
        State now = state.get();
        return now.phase() != Phase.EXPIRED && state.compareAndSet(now, next);
    }

    /** Enters a phase also after the connection has expired, to tell its client why. */
    void enterLast(Phase phase, Duration atMost) {
        state.set(new State(phase, System.nanoTime(), atMost.toNanos()));
    }

    /** Ends a phase from outside, unless the connection has left it by now. Its thread then has so much time to end the connection. */
    boolean expire(State seen, Duration toEnd) {
        return state.compareAndSet(seen, new State(Phase.EXPIRED, System.nanoTime(), toEnd.toNanos()));
    }
}
