package io.telamon.control.model;

/**
 * The identity of an API key, a service account or a person.
 *
 * @param value 24 hexadecimal digits
 */
public record PrincipalId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
