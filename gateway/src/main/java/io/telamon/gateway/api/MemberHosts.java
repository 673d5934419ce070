package io.telamon.gateway.api;

import io.telamon.gateway.model.HostAddress;
import java.util.List;

/** The addresses of a cluster's members, as clients are told them. */
@FunctionalInterface
public interface MemberHosts {

    /**
     * All of them as they are now, the primary first.
     *
     * @param port the port that the client has reached
     */
    List<HostAddress> hosts(int port);
}
