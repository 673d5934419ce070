package io.telamon.control.api;

/** Is told of every answer, on the thread of its request; so it is quick, and it does not throw. */
@FunctionalInterface
public interface RequestObserver {

    /** Looks away. */
    RequestObserver NONE = (operation, status, nanos) -> {};

    /**
     * Hears of an answer before it is sent.
     *
     * @param operation what was asked for; {@code unknown} where nothing is
     * @param nanos since the request's head was read
     */
    void answered(Operation operation, int status, long nanos);
}
