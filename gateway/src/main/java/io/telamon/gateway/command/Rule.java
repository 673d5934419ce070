package io.telamon.gateway.command;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.wire.MalformedFrameException;

/** One thing that a command must satisfy before the engine runs it. */
@FunctionalInterface
interface Rule {

    /**
     * Lets the request pass.
     *
     * @throws io.telamon.gateway.error.CommandException if it may not
     */
    void check(Request request) throws EngineUnavailableException, MalformedFrameException;
}
