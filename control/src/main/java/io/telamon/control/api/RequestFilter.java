package io.telamon.control.api;

/**
 * A filter of requests. It lets the exchange pass, enriches it, or refuses it by throwing an
 * {@link ApiException} or an {@link UnauthenticatedException}.
 */
@FunctionalInterface
public interface RequestFilter {

    /** Looks at the exchange and returns when it may go on. */
    void pass(Exchange exchange);
}
