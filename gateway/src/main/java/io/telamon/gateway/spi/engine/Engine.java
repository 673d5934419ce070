package io.telamon.gateway.spi.engine;

import io.telamon.gateway.model.ClusterId;
import java.util.Set;

/**
 * Where the documents of clusters live. Implementations are called from many threads at once.
 *
 * <p>An engine may rely on this: the client is authenticated, the command is known and allowed, its namespaces and its
 * limits are checked.
 */
public interface Engine {

    /** What it says of itself for that cluster. */
    EngineInfo info(ClusterId cluster);

    /**
     * Decides where the documents of a cluster that is about to be made will be; does nothing where there is no choice.
     *
     * @throws CapacityExceededException if no more clusters are taken there
     */
    default void place(ClusterId cluster, Place place) throws EngineUnavailableException, CapacityExceededException {
        // most have one place for all
    }

    /** Makes space for a cluster; does nothing if that was done before. */
    void provision(ClusterId cluster) throws EngineUnavailableException;

    /** Opens a session for one client connection. A session is used by one thread at a time. */
    EngineSession open(ClusterId cluster, Client client) throws EngineUnavailableException;

    /** How much a cluster holds now. */
    EngineSize size(ClusterId cluster) throws EngineUnavailableException;

    /** The collections a cluster holds now, those of the service itself left out. */
    Set<Namespace> collections(ClusterId cluster) throws EngineUnavailableException;

    /** Removes a cluster with all its documents; does nothing if it does not exist. */
    void drop(ClusterId cluster) throws EngineUnavailableException;

    /**
     * Whether it has no space for what clients write, and so is not ready: it refuses writes until there is some, and reads go on. An engine
     * that does not keep documents itself does not know, and answers {@code false}.
     */
    default boolean isOutOfSpace() {
        return false;
    }
}
