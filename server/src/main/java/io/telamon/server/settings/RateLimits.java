package io.telamon.server.settings;

/** What becomes of requests over a rate limit. */
public enum RateLimits {
    /** They are counted and served. */
    OBSERVE,
    /** They are refused. */
    ENFORCE
}
