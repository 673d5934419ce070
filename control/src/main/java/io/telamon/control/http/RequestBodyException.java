package io.telamon.control.http;

/** The body of a request that cannot be read to its end. The connection cannot be used for another request. */
public final class RequestBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RequestBodyException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why a body cannot be read. */
    public enum Reason {
        /** Its chunks are not those of RFC 9112, section 7.1, or the client closed the connection before its end. */
        MALFORMED,
        /** It comes too slowly. */
        LATE,
        /** Its memory was given to other requests. */
        DISPLACED
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
