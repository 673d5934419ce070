package io.telamon.gateway.spi.engine;

import java.io.IOException;

/** One client's way to an engine: cursors and transactions opened on it may end with it. Used by one thread at a time. */
public interface EngineSession extends AutoCloseable {

    /**
     * Runs one message. Before it returns it has sent every reply the message asks for: none if {@link Message#acknowledged()} is
     * false, otherwise one, or several if the client allows a stream of them. An error of the command itself is such a reply.
     *
     * @param message valid until this method returns
     * @throws EngineUnavailableException if the engine cannot be reached; nothing may have been sent then
     * @throws IOException if the client cannot be written to, as thrown by {@code replies}, or the session is closed
     */
    void run(Message message, Replies replies) throws EngineUnavailableException, IOException;

    /**
     * Ends the session. May be called by any thread, more than once, and while {@link #run} is under way, which it should make return.
     * Does not wait.
     */
    @Override
    void close();
}
