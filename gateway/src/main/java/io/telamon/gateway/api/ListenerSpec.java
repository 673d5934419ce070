package io.telamon.gateway.api;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A port to open.
 *
 * @param name what to call it when closing it; unique in the gateway
 * @param bind where to listen; port 0 takes a free port
 * @param tls the certificate to show; nothing for plain TCP
 * @param route which cluster its connections are for
 * @param admission which clients it lets in
 */
public record ListenerSpec(
        String name, InetSocketAddress bind, Optional<SSLContext> tls, Route route, Admission admission) {

    /** Refuses routing by server name without TLS. */
    public ListenerSpec {
        if (route instanceof Route.ByServerName && tls.isEmpty()) {
            throw new IllegalArgumentException("listener " + name + " routes by server name and so needs TLS");
        }
    }
}
