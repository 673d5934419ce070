package io.telamon.server.data;

/** Something around the server keeps it from starting. The message is for the operator: what is wrong and what to do. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that needs no stack trace beside it. */
    public StartException(String message) {
        super(message);
    }

    /** With the failure that led here, for the log at level debug. */
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
