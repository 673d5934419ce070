package io.telamon.gateway.api;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import java.util.Optional;

/** How a listener finds the cluster that a connection is for. */
public sealed interface Route {

    /**
     * Every connection is for one member of this cluster.
     *
     * @param members what clients are told of all members
     */
    record ToCluster(ClusterId cluster, MemberHosts members) implements Route {

        /** To the only member of a cluster; clients are told the host they find in the connection string. */
        public ToCluster(ClusterId cluster, String advertisedHost) {
            this(cluster, port -> Optional.of(Membership.alone(new HostAddress(advertisedHost, port))));
        }
    }

    /** The server name of the TLS hello decides; needs TLS. */
    record ByServerName() implements Route {}
}
