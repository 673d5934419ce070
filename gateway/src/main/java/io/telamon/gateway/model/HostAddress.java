package io.telamon.gateway.model;

/**
 * A host and port as they stand in a connection string.
 *
 * @param host a name or address that clients can reach
 * @param port 1 to 65535
 */
public record HostAddress(String host, int port) {

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
