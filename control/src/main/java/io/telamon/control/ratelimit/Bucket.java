package io.telamon.control.ratelimit;

import io.telamon.control.api.EndpointSet;

/** A token bucket. Tokens return continuously, at the refill of its endpoint set. */
final class Bucket {

    private final EndpointSet set;
    private double tokens;
    private long filledAt;

    /** A full bucket. */
    Bucket(EndpointSet set, long nowMillis) {
        this.set = set;
        this.tokens = set.capacity();
        this.filledAt = nowMillis;
    }

    /** Takes a token if there is one, and says what is left; less than zero when there was none. */
    synchronized int take(long nowMillis) {
        tokens = refilled(set, tokens, nowMillis - filledAt);
        filledAt = nowMillis;
        if (tokens < 1) {
            return -1;
        }
        tokens -= 1;
        return (int) tokens;
    }

    static double refilled(EndpointSet set, double tokens, long elapsedMillis) {
        double returned = Math.max(0, elapsedMillis) * set.refill() / (1000.0 * set.seconds());
        return Math.min(set.capacity(), tokens + returned);
    }
}
