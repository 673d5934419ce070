package io.telamon.gateway.scram;

/** An exchange that does not prove anything. Why is for the log: the client is told the same whatever the reason. */
public final class ScramFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What does not fit. */
    public ScramFailedException(String message) {
        super(message);
    }
}
