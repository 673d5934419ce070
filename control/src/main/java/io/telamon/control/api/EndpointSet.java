package io.telamon.control.api;

/**
 * Operations that share a token bucket, as the service documents them for its rate limits.
 *
 * @param name the name that the catalogue and the refusal use
 * @param scope what has a bucket of its own
 * @param capacity requests that a full bucket allows at once
 * @param refill tokens that return in {@code seconds}
 * @param seconds the time of a refill
 */
public record EndpointSet(String name, Scope scope, int capacity, int refill, int seconds) {

    public EndpointSet {
        if (capacity < 1 || refill < 1 || seconds < 1) {
            throw new IllegalArgumentException("the bucket of " + name + " never holds a token");
        }
    }

    /** What has a bucket of its own. */
    public enum Scope {
        GROUP,
        ORGANIZATION,
        USER,
        IP,
        /** An OAuth 2.0 client at an address. */
        CLIENT
    }
}
