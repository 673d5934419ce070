package io.telamon.control.model;

/**
 * What a service account is called in OAuth.
 *
 * @param value {@code mdb_sa_id_} and 24 hexadecimal digits
 */
public record ClientId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
