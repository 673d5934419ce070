package io.telamon.control.model;

/**
 * The identity of an API key or a service account.
 *
 * @param value 24 hexadecimal digits
 */
public record PrincipalId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
