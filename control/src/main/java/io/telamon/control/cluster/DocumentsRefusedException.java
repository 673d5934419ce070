package io.telamon.control.cluster;

/** What the engine of a cluster says against documents. */
public final class DocumentsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** Refused in these words. */
    public DocumentsRefusedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The words of the engine. */
    public String reason() {
        return reason;
    }
}
