package io.telamon.gateway.error;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** A command that is not run, with what the client is told. {@link Errors} makes them. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String codeName;
    private final boolean retryable;

    CommandException(int code, String codeName, String message, boolean retryable) {
        super(message, null, false, false);
        this.code = code;
        this.codeName = codeName;
        this.retryable = retryable;
    }

    /** MongoDB's number of the error. */
    public int code() {
        return code;
    }

    /** MongoDB's name of the error. */
    public String codeName() {
        return codeName;
    }

    /** The answer to the client. */
    public BsonDocument document() {
        BsonDocument document = new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(String.valueOf(getMessage())))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(codeName));
        if (retryable) {
            document.append("errorLabels", new BsonArray(List.of(new BsonString("RetryableWriteError"))));
        }
        return document;
    }
}
