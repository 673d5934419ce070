package io.telamon.control.peering;

import io.telamon.control.cluster.topology.Provider;

/** The state of a peering connection, which each provider calls differently. */
enum PeerStatus {
    /** It is being set up. */
    STARTING,
    /** It waits to be accepted at the client's end. */
    WAITING,
    /** It can be used. */
    AVAILABLE,
    /** It is being removed. */
    ENDING;

    /** The name that clients see. */
    String shown(Provider provider) {
        return switch (this) {
            case STARTING -> provider == Provider.AWS ? "INITIATING" : "ADDING_PEER";
            case WAITING -> provider == Provider.AWS ? "PENDING_ACCEPTANCE" : "WAITING_FOR_USER";
            case AVAILABLE -> "AVAILABLE";
            case ENDING -> provider == Provider.AWS ? "TERMINATING" : "DELETING";
        };
    }

    boolean pending() {
        return this == STARTING || this == WAITING;
    }
}
