package io.telamon.gateway.model;

/**
 * The identity of a cluster, the same for its whole life.
 *
 * @param value a non-empty name without white space; the API's clusters use 24 hexadecimal digits
 */
public record ClusterId(String value) {

    /** Refuses an empty identity. */
    public ClusterId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a cluster id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
