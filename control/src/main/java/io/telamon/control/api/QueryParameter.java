package io.telamon.control.api;

import java.util.List;
import java.util.Optional;

/**
 * A query parameter that an operation takes.
 *
 * @param name as it stands in the URL
 * @param kind what values it may have
 * @param shown the value that links of lists show where the client sent none; nothing where they show none
 */
public record QueryParameter(String name, Kind kind, Optional<String> shown) {

    /** A parameter that links show only when it is sent. */
    public QueryParameter(String name, Kind kind) {
        this(name, kind, Optional.empty());
    }

    private static final List<QueryParameter> ALL_OPERATIONS =
            List.of(new QueryParameter("pretty", Kind.BOOLEAN), new QueryParameter("envelope", Kind.BOOLEAN));

    private static final List<QueryParameter> PAGES = List.of(
            new QueryParameter("pretty", Kind.BOOLEAN),
            new QueryParameter("envelope", Kind.BOOLEAN),
            new QueryParameter("pageNum", Kind.NUMBER),
            new QueryParameter("itemsPerPage", Kind.NUMBER),
            new QueryParameter("includeCount", Kind.BOOLEAN));

    /** The parameters that all operations take, and those of pages where {@code paged}. */
    static List<QueryParameter> standard(boolean paged) {
        return paged ? PAGES : ALL_OPERATIONS;
    }

    /** What values a query parameter may have. */
    public enum Kind {
        TEXT,
        BOOLEAN,
        /** A whole number from 1. */
        NUMBER,
        /** A whole number from 0, of up to 63 bits. */
        LONG,
        /** An ISO 8601 date and time with an offset. */
        TIMESTAMP
    }
}
