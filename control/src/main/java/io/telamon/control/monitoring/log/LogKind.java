package io.telamon.control.monitoring.log;

/** What lines of a log are about. */
public enum LogKind {
    /** Connections that begin, end, and say what client they are of. */
    CONNECTION,
    /** Attempts to authenticate. */
    LOGIN,
    /** Operations that took long. */
    SLOW_QUERY
}
