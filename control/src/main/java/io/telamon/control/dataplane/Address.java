package io.telamon.control.dataplane;

import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.MemberPorts;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/**
 * Where clusters are reached.
 *
 * @param bind the address that their ports are opened on
 * @param host the name or address of it that clients are told; an IPv6 address in brackets
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

    /** The host names of a cluster's members. */
    List<String> memberNames(Hosts hosts) {
        return IntStream.range(0, MemberPorts.MEMBERS)
                .mapToObj(member -> name(hosts.memberLabel(member), hosts))
                .toList();
    }

    /** The host name of a label beside a cluster's. */
    String name(String label, Hosts hosts) {
        return label + "." + hosts.hash() + "." + domain;
    }
}
