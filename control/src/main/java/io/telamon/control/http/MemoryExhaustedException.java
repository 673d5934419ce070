package io.telamon.control.http;

/** No memory for a request at the moment. */
public final class MemoryExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MemoryExhaustedException() {
        super("the memory for requests is exhausted", null, false, false);
    }
}
