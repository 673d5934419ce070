package io.telamon.control.http;

/** Writes the bodies of responses to requests that reach no operation. */
@FunctionalInterface
public interface ErrorBodies {

    /**
     * The body for a status, as JSON in UTF-8.
     *
     * @param status 400 to 599
     */
    byte[] json(int status);
}
