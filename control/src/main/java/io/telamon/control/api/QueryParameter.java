package io.telamon.control.api;

/**
 * A query parameter that an operation takes.
 *
 * @param name as it stands in the URL
 * @param kind what values it may have
 */
public record QueryParameter(String name, Kind kind) {

    /** What values a query parameter may have. */
    public enum Kind {
        TEXT,
        BOOLEAN,
        /** A whole number from 1. */
        NUMBER,
        /** An ISO 8601 date and time with an offset. */
        TIMESTAMP
    }
}
