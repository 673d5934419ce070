package io.telamon.control.api;

import java.util.Map;

/** An exception that is an answer: thrown anywhere on a request's way, written as it says. */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal without a stack trace, as it tells of the request and not of a place in the code. */
    protected Refusal(String message) {
        super(message, null, false, false);
    }

    /** The HTTP status. */
    public abstract int status();

    /** What the body is made from. */
    protected abstract Object body();

    /** Headers besides the usual ones. */
    protected Map<String, String> headers() {
        return Map.of();
    }
}
