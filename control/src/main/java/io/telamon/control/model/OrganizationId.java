package io.telamon.control.model;

/**
 * The identity of an organization.
 *
 * @param value 24 hexadecimal digits
 */
public record OrganizationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
