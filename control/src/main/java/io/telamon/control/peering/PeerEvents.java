package io.telamon.control.peering;

import io.telamon.control.cluster.topology.Provider;

/** The types of events about peering connections: those on AWS have no provider in their names. */
enum PeerEvents {
    CREATED,
    UPDATED,
    DELETED;

    String type(Provider provider) {
        return (provider == Provider.AWS ? "" : provider + "_") + "PEER_" + this;
    }
}
