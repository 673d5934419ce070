package io.telamon.control.api;

/** Is told of every answer, on the thread of its request; so it is quick, and it does not throw. */
@FunctionalInterface
public interface RequestObserver {

    /** Looks away. */
    RequestObserver NONE = (exchange, status, nanos) -> {};

    /** Tells this one first, then another. */
    default RequestObserver and(RequestObserver other) {
        return (exchange, status, nanos) -> {
            answered(exchange, status, nanos);
            other.answered(exchange, status, nanos);
        };
    }

    /**
     * Hears of an answer before it is sent.
     *
     * @param exchange the request, its operation, which is {@code unknown} where nothing is, and its caller, if known
     * @param nanos since the request's head was read
     */
    void answered(Exchange exchange, int status, long nanos);
}
