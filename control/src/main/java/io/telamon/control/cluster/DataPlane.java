package io.telamon.control.cluster;

import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.model.ClusterId;

/** Where clusters are reached and who serves them: what the control plane asks of the data plane. */
public interface DataPlane extends ConnectionStringSource, ClusterProvisioner, PrivateEndpointPorts, DocumentLoader {

    /** What the engine tells of the databases of clusters. */
    DatabaseStatistics databases();

    /** What happens in clusters. */
    ActivitySource activities();

    /** Opens or closes what belongs to a cluster that another node made, changed or deleted. */
    void synchronize(ClusterId clusterId);
}
