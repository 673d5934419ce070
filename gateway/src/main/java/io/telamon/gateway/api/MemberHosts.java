package io.telamon.gateway.api;

import io.telamon.gateway.model.Membership;
import java.util.Optional;

/** The members of a cluster, as clients of one of them are told. */
@FunctionalInterface
public interface MemberHosts {

    /**
     * All of them as they are now, and the one that was reached. Nothing if that one is not a member now: its connections are closed. Asked
     * when a connection begins and at each {@code hello}.
     *
     * @param port the port that the client has reached
     */
    Optional<Membership> reached(int port);
}
