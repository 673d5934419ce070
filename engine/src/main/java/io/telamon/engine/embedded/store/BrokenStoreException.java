package io.telamon.engine.embedded.store;

/** A store file that failed: full or failing disk, or in use by another process. What was acknowledged is safe in it. */
public final class BrokenStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenStoreException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
