package io.telamon.control.cluster.serverless;

import io.telamon.control.cluster.Cluster;
import java.util.List;

/** The connections that private endpoints open to serverless instances. */
@FunctionalInterface
public interface PrivateConnections {

    /** Those of an instance that are available. */
    List<ServerlessView.PrivateConnection> of(Cluster instance);
}
