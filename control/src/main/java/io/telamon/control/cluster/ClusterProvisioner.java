package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.Provider;
import io.telamon.gateway.model.ClusterId;
import java.util.Set;

/**
 * Sets up and removes what serves a cluster. Every method may be called again after a crash and must then find that nothing
 * is left to do.
 */
public interface ClusterProvisioner {

    /**
     * Decides where a cluster that is about to be made will be, and takes and opens the ports of its members, if
     * there are some.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#OUT_OF_CAPACITY}
     */
    MemberPorts place(ClusterId id, Provider provider, String region);

    /** Makes the cluster ready for clients. */
    void provision(Cluster cluster);

    /** The ids of the clusters whose engine does not answer, as far as drivers have noticed. */
    Set<ClusterId> unreachable();

    /** Whether the cluster's engine answers. */
    boolean answers(Cluster cluster);

    /** Discards what there is of a cluster that is gone: its port, its connections, its data. */
    void discard(ClusterId id);
}
