package io.telamon.engine.remote;

import java.nio.file.Path;

/**
 * A member of a deployment.
 *
 * @param host a name or an address, or the absolute path of a Unix socket
 * @param port 1 to 65535; means nothing to a Unix socket
 */
public record HostAndPort(String host, int port) {

    private static final int USUAL = 27017;

    /**
     * That of a text such as {@code host:port}, {@code [::1]:port} or {@code host}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static HostAndPort of(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        String host = (hasPort ? text.substring(0, colon) : text).replaceAll("^\\[|]$", "");
        int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : USUAL;
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(text + " is no host and port");
        }
        return new HostAndPort(host, port);
    }

    /** The member that listens on a Unix socket. */
    static HostAndPort at(Path socket) {
        return new HostAndPort(socket.toAbsolutePath().toString(), USUAL);
    }

    boolean isUnixSocket() {
        return host.startsWith("/");
    }

    @Override
    public String toString() {
        return isUnixSocket() ? host : host + ":" + port;
    }
}
