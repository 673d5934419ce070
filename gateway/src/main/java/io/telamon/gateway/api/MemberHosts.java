package io.telamon.gateway.api;

import io.telamon.gateway.model.Membership;

/** The members of a cluster, as clients of one of them are told. */
@FunctionalInterface
public interface MemberHosts {

    /**
     * All of them as they are now, and the one that was reached.
     *
     * @param port the port that the client has reached
     */
    Membership reached(int port);
}
