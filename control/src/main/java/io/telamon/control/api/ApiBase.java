package io.telamon.control.api;

/** The parts of the server's URL space. */
public enum ApiBase {
    /** The Atlas Administration API, versioned. */
    ATLAS("/api/atlas/v2", true),
    /** The API's version 1.0, which has no dates. */
    ATLAS_V1("/api/atlas/v1.0", false),
    /** What clients need besides the API. */
    PRIVATE("/api", false),
    /** Telamon's own operations. */
    TELAMON("/telamon/v1", false);

    private final String base;
    private final boolean versioned;

    ApiBase(String base, boolean versioned) {
        this.base = base;
        this.versioned = versioned;
    }

    /** What every path of the surface starts with, without a trailing slash. */
    public String base() {
        return base;
    }

    boolean versioned() {
        return versioned;
    }
}
