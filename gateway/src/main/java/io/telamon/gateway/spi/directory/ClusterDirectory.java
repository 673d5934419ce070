package io.telamon.gateway.spi.directory;

import io.telamon.gateway.model.ClusterId;
import java.util.Optional;

/**
 * The clusters that exist. Implemented by the control plane; asked once a connection and again after a
 * {@link io.telamon.gateway.api.Change}.
 *
 * <p>Called from many threads at once; an answer must not take longer than one indexed query.
 */
public interface ClusterDirectory {

    /** The cluster of that identity, or nothing if it does not exist or is being deleted. */
    Optional<Tenant> byId(ClusterId id);

    /**
     * The member of a cluster that a client means by the name in its TLS hello.
     *
     * @param serverName a host name in lower case, without a trailing dot
     */
    Optional<NamedMember> byHost(String serverName);
}
