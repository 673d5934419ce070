package io.telamon.server.settings;

/** What happens to a new cluster of a project that has as many as its limit allows. */
public enum ClusterLimit {
    /** It is refused. */
    ENFORCE,
    /** It is made. */
    IGNORE
}
