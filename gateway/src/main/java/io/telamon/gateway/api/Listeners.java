package io.telamon.gateway.api;

import java.io.IOException;
import java.util.Optional;

/** The ports of the gateway. Implemented by the gateway, driven by the control plane as clusters and private endpoints come and go. */
public interface Listeners {

    /**
     * Opens a listener, or answers with the one of that name that is open already.
     *
     * @return the port it listens on
     * @throws IOException if the address cannot be bound
     */
    int open(ListenerSpec spec) throws IOException;

    /** The port of an open listener. */
    Optional<Integer> port(String name);

    /** Closes a listener and the connections that came through it; does nothing if there is none of that name. */
    void close(String name);
}
