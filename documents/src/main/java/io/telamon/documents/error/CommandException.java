package io.telamon.documents.error;

import java.io.Serial;

/**
 * An error that a command answers with: MongoDB's code, its name, and a message for people.
 *
 * <p>Clients look at the code; the message is not part of the contract.
 */
public final class CommandException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;

    /** An error of a code, with the text that the client is shown. */
    public CommandException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** MongoDB's number of this error. */
    public int code() {
        return code;
    }

    /** MongoDB's name of this error, as {@code BadValue} or {@code Location17276}. */
    public String codeName() {
        return ErrorCode.nameOf(code);
    }
}
