package io.telamon.gateway.spi.engine;

import java.io.IOException;

/** Where an engine session puts its replies. The gateway compresses and counts them. Used by the thread that runs the message. */
public interface Replies {

    /**
     * Sends a whole OP_MSG that carries the request's number in {@code responseTo}, or, as a later reply of a stream, the number of
     * the reply before it. Its flag bits say whether another one follows. The bytes are the caller's again when this returns.
     */
    void message(Bytes frame) throws IOException;

    /** Sends a reply with that BSON document as its body. The bytes are the caller's again when this returns. */
    void document(Bytes document) throws IOException;
}
