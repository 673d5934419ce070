package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.EngineUnavailableException;

/** The deployment that serves a cluster now; another one may have taken its place when it is asked for again. */
@FunctionalInterface
public interface DeploymentSupplier {

    /** The deployment, which is started first if it has to be. */
    Deployment now() throws EngineUnavailableException;
}
