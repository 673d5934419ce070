package io.telamon.control.cluster.dedicated;

import io.telamon.control.cluster.topology.Topology;
import java.util.Optional;

/** A body of a cluster in the form of a version. */
interface ClusterBody {

    /**
     * What it asks for.
     *
     * @param before the topology of the cluster as it is, if it is there: some versions ask for changes of all of its nodes
     * @throws io.telamon.control.api.ApiException where its parts contradict each other
     */
    ClusterRequest request(Optional<Topology> before);
}
