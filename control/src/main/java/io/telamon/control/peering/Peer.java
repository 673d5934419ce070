package io.telamon.control.peering;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.store.StoredAsJson;
import org.jspecify.annotations.Nullable;

/**
 * A peering connection between the network of a container and one of a client.
 *
 * @param connectionId on AWS, its id there, once it is set up
 */
@StoredAsJson
record Peer(
        String id,
        Provider provider,
        String containerId,
        PeerStatus status,
        @Nullable String connectionId,
        PeerNetwork network) {

    Peer in(PeerStatus other) {
        return new Peer(id, provider, containerId, other, connectionId, network);
    }

    Peer connected(String as) {
        return new Peer(id, provider, containerId, status, as, network);
    }

    Peer to(PeerNetwork other) {
        return new Peer(id, provider, containerId, status, connectionId, other);
    }
}
