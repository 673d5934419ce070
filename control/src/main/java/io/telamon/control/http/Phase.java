package io.telamon.control.http;

/** What a connection does, as far as its time limit depends on it. */
enum Phase {
    /** Was accepted and has not sent anything; with TLS, has not completed the handshake. */
    OPENING,
    /** Waits for the first byte of another request. */
    IDLE,
    /** Has sent a part of a header section. */
    HEAD,
    /** Waits for more of a body. */
    BODY,
    /** A request is being handled. The time for that is not limited here. */
    HANDLING,
    /** Writes a response. */
    WRITING,
    /** Was answered, and takes in what is left of the request's body. */
    DRAINING,
    /** Has sent its last response and takes in what the client still sends. */
    LINGERING,
    /** Its time is over, or its place was given to another one; its own thread ends it. */
    EXPIRED;

    /** Whether nothing is lost when the connection is closed: no request was read yet. */
    boolean isWaiting() {
        return this == OPENING || this == IDLE || this == HEAD;
    }

    /** Whether a connection that does this can be closed for a new one: no request was read yet, or it was answered. */
    boolean isDisplaceable() {
        return isWaiting() || this == DRAINING || this == LINGERING;
    }
}
