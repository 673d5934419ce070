package io.telamon.control.store;

/** Another process works on the database, and one of the two has to be alone there. */
public final class OtherNodesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param names of the others, as they call themselves
     */
    OtherNodesException(String names) {
        super(names);
    }

    /** The names of the others, separated by commas. */
    public String names() {
        return String.valueOf(getMessage());
    }
}
