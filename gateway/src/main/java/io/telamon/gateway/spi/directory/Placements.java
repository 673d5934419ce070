package io.telamon.gateway.spi.directory;

import io.telamon.gateway.model.ClusterId;
import java.util.Optional;

/**
 * Remembers which of several deployments keeps the documents of a cluster. Implemented by the control plane for engines that have
 * several; the names of deployments are the engine's.
 */
public interface Placements {

    /** The deployment of a cluster, if it has one. */
    Optional<String> of(ClusterId cluster);

    /** Remembers a cluster's deployment unless it has one already, and answers with the one it has. */
    String keep(ClusterId cluster, String deployment);

    /** Forgets a cluster. */
    void forget(ClusterId cluster);
}
