package io.telamon.control.model;

/**
 * The identity of a private endpoint of a serverless instance.
 *
 * @param value 24 hexadecimal digits
 */
public record EndpointId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
