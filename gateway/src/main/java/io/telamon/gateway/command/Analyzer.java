package io.telamon.gateway.command;

import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.MalformedFrameException;

/** Reads from a message of one command what it would do. */
@FunctionalInterface
interface Analyzer {

    /**
     * All its effects.
     *
     * @throws io.telamon.gateway.error.CommandException if the command cannot be understood
     */
    CommandFootprint analyze(Message message) throws MalformedFrameException;
}
