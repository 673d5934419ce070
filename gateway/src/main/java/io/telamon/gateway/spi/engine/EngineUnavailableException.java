package io.telamon.gateway.spi.engine;

import org.jspecify.annotations.Nullable;

/** An engine cannot be reached, or did not answer in time. The client is told to try again. */
public final class EngineUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private enum Reason {
        DOWN,
        BUSY,
        LOST
    }

    private final Reason reason;

    private EngineUnavailableException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * An engine that does not answer. The command was not run, or the engine does not run it again if it comes again.
     *
     * @param message what is wrong and where, for the log; clients are not shown it
     */
    public EngineUnavailableException(String message) {
        this(Reason.DOWN, message, null);
    }

    /**
     * An engine that does not answer. The command was not run, or the engine does not run it again if it comes again.
     *
     * @param message what is wrong and where, for the log; clients are not shown it
     * @param cause what was caught
     */
    public EngineUnavailableException(String message, Throwable cause) {
        this(Reason.DOWN, message, cause);
    }

    /** An engine that has too much to do to take the command now, and is well otherwise. */
    public static EngineUnavailableException busy(String message) {
        return new EngineUnavailableException(Reason.BUSY, message, null);
    }

    /** An engine that fell silent while it may have run the command, and would run it once more. */
    public static EngineUnavailableException lost(String message, Throwable cause) {
        return new EngineUnavailableException(Reason.LOST, message, cause);
    }

    /** Whether something is wrong with the engine. */
    public boolean isDown() {
        return reason != Reason.BUSY;
    }

    /** Whether a write that is sent again could be done twice. */
    public boolean mayHaveRun() {
        return reason == Reason.LOST;
    }
}
