package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** A command that is answered with an error in place of the deployment, mostly because it would show one cluster what belongs to another. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String codeName;

    private RefusedException(int code, String codeName, String message) {
        super(message);
        this.code = code;
        this.codeName = codeName;
    }

    static RefusedException unauthorized(String message) {
        return new RefusedException(13, "Unauthorized", message);
    }

    static RefusedException notSupported(String message) {
        return new RefusedException(115, "CommandNotSupported", message);
    }

    static RefusedException badValue(String message) {
        return new RefusedException(2, "BadValue", message);
    }

    static RefusedException tooLong() {
        return new RefusedException(50, "MaxTimeMSExpired", "operation exceeded time limit");
    }

    static RefusedException tooOld(long number, long latest) {
        return new RefusedException(
                225,
                "TransactionTooOld",
                "Retryable write with txnNumber " + number + " is prohibited: the session has gone on to " + latest);
    }

    /** Tells the client, if it waits for an answer. */
    void sendTo(Message message, Replies replies) throws IOException {
        if (message.acknowledged()) {
            byte[] answer = Wire.encode(answer());
            replies.document(new Bytes(answer, 0, answer.length));
        }
    }

    private BsonDocument answer() {
        return new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(String.valueOf(getMessage())))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(codeName));
    }
}
