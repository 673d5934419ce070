package io.telamon.gateway.spi;

/** An engine cannot be reached, or did not answer in time. The client is told to try again. */
public final class EngineUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * An engine that does not answer.
     *
     * @param message what is wrong and where, for the log; clients are not shown it
     */
    public EngineUnavailableException(String message) {
        super(message);
    }

    /**
     * An engine that does not answer.
     *
     * @param message what is wrong and where, for the log; clients are not shown it
     * @param cause what was caught
     */
    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
