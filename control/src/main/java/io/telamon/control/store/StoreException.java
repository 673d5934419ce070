package io.telamon.control.store;

import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked: it is full, gone, or broken. Nothing was written. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
