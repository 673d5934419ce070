package io.telamon.control.http;

import io.helidon.common.socket.PeerInfo;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.Optional;

/** The client at the other end of a connection, as each of its requests knows it. */
public final class ClientPeer implements PeerInfo {

    private final InetSocketAddress address;
    private final Progress progress;
    private final Connection connection;

    ClientPeer(InetSocketAddress address, Progress progress, Connection connection) {
        this.address = address;
        this.progress = progress;
        this.connection = connection;
    }

    /** Whether the response to the request under way must be the last one of the connection. */
    public boolean isLastRequest() {
        return connection.isClosing() || progress.isExpired();
    }

    /**
     * Ends the reading of a body that has not arrived whole, as its memory is needed. Safe for all threads.
     *
     * @return whether it was being waited for
     */
    public boolean displaceBody() {
        return connection.displaceBody();
    }

    /**
     * The method of the request under way as it was sent: upper and lower case differ (RFC 9110, section 9.1).
     *
     * @param parsed the method in upper case, as it was parsed
     */
    public String method(String parsed) {
        return connection.input().method(parsed);
    }

    /** Whether the request under way is one of HTTP/1.0, though it was parsed as one of HTTP/1.1. */
    public boolean isVersion10() {
        return connection.input().isVersion10();
    }

    /**
     * Notes that the request under way was answered. Of what is left of its body, at most {@link HttpLimits#MOST_UNREAD} bytes are read, in five
     * seconds; otherwise the connection is closed.
     */
    public void markAnswered() {
        connection.input().markAnswered();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String host() {
        return address.getAddress().getHostAddress();
    }

    @Override
    public int port() {
        return address.getPort();
    }

    @Override
    public Optional<Principal> tlsPrincipal() {
        return Optional.empty();
    }

    @Override
    public Optional<Certificate[]> tlsCertificates() {
        return Optional.empty();
    }
}
