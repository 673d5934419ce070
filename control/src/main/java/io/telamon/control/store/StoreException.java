package io.telamon.control.store;

/**
 * The database did not do what it was asked: it is full, gone, or broken. It has no stack trace, as it tells of the
 * database and not of a place in the code.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StoreFailure failure;
    private final boolean outcomeUnknown;

    private StoreException(StoreFailure failure, boolean outcomeUnknown, String details) {
        super(message(failure, outcomeUnknown, details), null, false, false);
        this.failure = failure;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Nothing was written. */
    static StoreException unchanged(StoreFailure failure, String details) {
        return new StoreException(failure, false, details);
    }

    /** It failed while it committed: the transaction may or may not be written. */
    static StoreException outcomeUnknown(StoreFailure failure, String details) {
        return new StoreException(failure, true, details);
    }

    /** Why. */
    public StoreFailure failure() {
        return failure;
    }

    /** Whether the transaction may be written; otherwise nothing of it is. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    private static String message(StoreFailure failure, boolean outcomeUnknown, String details) {
        return failure.text()
                + (outcomeUnknown ? ", and the transaction may or may not be committed" : "")
                + (details.isEmpty() ? "" : " (" + details + ")");
    }
}
