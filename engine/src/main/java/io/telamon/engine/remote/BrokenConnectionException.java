package io.telamon.engine.remote;

import java.io.IOException;

/** A connection to a deployment cannot be used any more. */
final class BrokenConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    private BrokenConnectionException(String message, IOException cause, boolean sent) {
        super(message + ": " + cause.getMessage(), cause);
        this.sent = sent;
    }

    /** It broke before the whole message was sent, so that nobody can have run it. */
    static BrokenConnectionException whileSending(IOException cause) {
        return new BrokenConnectionException("cannot be sent to", cause, false);
    }

    static BrokenConnectionException whileReceiving(IOException cause) {
        return new BrokenConnectionException("does not answer", cause, true);
    }

    /** Whether the deployment may have what it was sent. */
    boolean wasSent() {
        return sent;
    }
}
