package io.telamon.control.model;

/**
 * The identity of a secret of a service account.
 *
 * @param value 24 hexadecimal digits
 */
public record SecretId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
