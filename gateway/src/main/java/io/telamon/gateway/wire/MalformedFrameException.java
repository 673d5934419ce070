package io.telamon.gateway.wire;

import java.io.IOException;

/** Bytes that are not a frame of the protocol. The connection that sent them is closed; others are not concerned. */
public final class MalformedFrameException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes. */
    public MalformedFrameException(String message) {
        super(message);
    }

    /** What is wrong with the bytes, found by another library. */
    public MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
