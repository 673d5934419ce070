package io.telamon.control.cluster;

import java.util.Map;
import java.util.Set;

/**
 * Where clusters are reached and who serves them: what the control plane asks of the data plane. Every method may be called again after a
 * crash and must then find that nothing is left to do.
 */
public interface DataPlane {

    /** The connection strings of a cluster, the same whenever they are asked for. */
    ConnectionStrings connectionStrings(Cluster cluster);

    /** The connection string of a serverless instance through one of its private endpoints. */
    String privateConnectionString(Cluster cluster, PrivateEndpointPort privatePort);

    /** Opens a private endpoint's port, or answers with the one that is open; 0 when there is none. */
    int placePrivate(String endpointId, String clusterId);

    /** Opens again the port that a private endpoint has. */
    void keepPrivate(String endpointId, String clusterId, int port);

    /** Opens and closes ports as another node did, so that these are those of the cluster's private endpoints, by id. */
    void followPrivate(String clusterId, Map<String, Integer> ports);

    /** Closes the port of a private endpoint and ends the connections through it; does nothing if there is none. */
    void closePrivate(String endpointId);

    /**
     * Decides where a cluster that is about to be made will be, and takes and opens a port for it: 0 when there is none.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#OUT_OF_CAPACITY}
     */
    int place(String id, Provider provider, String region);

    /** Makes the cluster ready for clients. */
    void provision(Cluster cluster);

    /** The ids of the clusters whose engine does not answer, as far as drivers have noticed. */
    Set<String> unreachable();

    /** Whether the cluster's engine answers. */
    boolean answers(Cluster cluster);

    /** Opens or closes what belongs to a cluster that another node made, changed or deleted. */
    void follow(String id);

    /** Discards what there is of a cluster that is gone: its port, its connections, its data. */
    void discard(String id);
}
