package io.telamon.gateway.command;

import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;

/** The way to the engine, opened when it is first needed. */
@FunctionalInterface
public interface Backend {

    /** The connection's session with the engine. */
    EngineSession session() throws EngineUnavailableException;
}
