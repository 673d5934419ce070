package io.telamon.gateway.scram;

/** An exchange that does not prove anything. Why is for the log: the client is told the same whatever the reason. */
public final class ScramFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** What does not fit. */
    public ScramFailedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What does not fit. */
    public String reason() {
        return reason;
    }
}
