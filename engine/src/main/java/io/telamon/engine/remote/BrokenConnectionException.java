package io.telamon.engine.remote;

import java.io.IOException;

/** A connection to a deployment cannot be used any more. */
final class BrokenConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
