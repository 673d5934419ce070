package io.telamon.gateway.api;

import io.telamon.gateway.model.ClusterId;

/** How a listener finds the cluster that a connection is for. */
public sealed interface Route {

    /** Every connection is for this cluster; clients are told the host they find in the connection string. */
    record ToCluster(ClusterId cluster, String advertisedHost) implements Route {}

    /** The server name of the TLS hello decides; needs TLS. */
    record ByServerName() implements Route {}
}
