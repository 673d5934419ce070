package io.telamon.gateway.spi.engine;

/** No deployment takes another cluster at a place. */
public final class CapacityExceededException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what stands in the way. */
    public CapacityExceededException(String message) {
        super(message);
    }
}
