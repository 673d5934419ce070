package io.telamon.control.cluster;

import io.telamon.control.model.EndpointId;
import io.telamon.gateway.model.ClusterId;
import java.util.Map;
import java.util.OptionalInt;

/** The ports of private endpoints. Every method may be called again after a crash. */
public interface PrivateEndpointPorts {

    /** Opens a private endpoint's port, or answers with the one that is open; none when all are taken. */
    OptionalInt openPrivate(EndpointId endpointId, ClusterId clusterId);

    /** Opens again the port that a private endpoint has, and answers with the port that it has now: another one where that is taken. */
    OptionalInt reopenPrivate(EndpointId endpointId, ClusterId clusterId, int port);

    /** Opens and closes ports as another node did, so that these are those of the cluster's private endpoints, by id. */
    void synchronizePrivate(ClusterId clusterId, Map<EndpointId, Integer> ports);

    /** Closes the port of a private endpoint and ends the connections through it; does nothing if there is none. */
    void closePrivate(EndpointId endpointId);
}
