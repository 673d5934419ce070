package io.telamon.gateway.model;

/**
 * The identity of the project that owns clusters, database users and an access list.
 *
 * @param value a non-empty name without white space; the API's projects use 24 hexadecimal digits
 */
public record ProjectId(String value) {

    /** Refuses an empty identity. */
    public ProjectId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a project id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
