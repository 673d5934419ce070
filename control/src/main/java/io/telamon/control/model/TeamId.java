package io.telamon.control.model;

/**
 * The identity of a team of an organization.
 *
 * @param value 24 hexadecimal digits
 */
public record TeamId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
