package io.telamon.control.api;

/** The order to close the connection without an answer, given by a rehearsed fault. */
public final class ConnectionDropException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConnectionDropException() {
        super("rehearsed fault", null, false, false);
    }
}
