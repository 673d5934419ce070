package io.telamon.control.api;

/**
 * One stop on a request's way. A stop lets the exchange pass, enriches it, or refuses it by throwing an
 * {@link ApiException} or an {@link UnauthenticatedException}.
 */
@FunctionalInterface
public interface Stop {

    /** Looks at the exchange and returns when it may go on. */
    void pass(Exchange exchange);
}
