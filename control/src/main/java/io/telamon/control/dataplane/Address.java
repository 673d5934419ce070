package io.telamon.control.dataplane;

import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where clusters are reached.
 *
 * @param bind the address that their ports are opened on
 * @param host the name or IP address that clients are told, in lower case; an IPv6 address without brackets
 * @param ports from which each cluster gets three, or one
 * @param tls the certificate that they show; nothing for plain TCP
 * @param shared the port that all clusters share, told apart by the name that the client asks for
 * @param domain below which clusters have host names
 * @param resolves whether those names resolve, so that {@code mongodb+srv} strings lead somewhere
 */
public record Address(
        InetAddress bind,
        String host,
        PortRange ports,
        Optional<SSLContext> tls,
        Optional<Shared> shared,
        String domain,
        boolean resolves) {

    /**
     * A port for all clusters.
     *
     * @param port 1 to 65535
     * @param tls shows, for the name that a client asks for, a certificate that is for it
     */
    public record Shared(int port, SSLContext tls) {}

    boolean isTls() {
        return tls.isPresent();
    }
}
