package io.telamon.engine.embedded.store;

import java.io.IOException;
import java.util.List;

/** A store file that failed: full or failing disk, or in use by another process. What was acknowledged is safe in it. */
public final class BrokenStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final List<String> OUT_OF_SPACE =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    BrokenStoreException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether it failed because the disk has no space. */
    public boolean isOutOfSpace() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && OUT_OF_SPACE.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}
