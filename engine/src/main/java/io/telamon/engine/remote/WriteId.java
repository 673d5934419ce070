package io.telamon.engine.remote;

import io.telamon.gateway.spi.Message;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/**
 * What a driver gives a write so that it can send it again: the number of the write in its session.
 *
 * @param session the session's id, which nobody else can guess
 * @param number greater than those of earlier writes
 */
record WriteId(BsonBinary session, long number) {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "findandmodify");
    private static final String SESSION = "lsid";
    private static final String NUMBER = "txnNumber";

    /** Whether a message is a write, which may be sent again. */
    static boolean mayHave(Message message) {
        return message.acknowledged() && WRITES.contains(message.command());
    }

    /** That of a write; nothing if the driver does not mean to send it again. */
    static Optional<WriteId> of(Message message) {
        BsonDocument body = message.body();
        if (!body.isInt64(NUMBER) || !body.isDocument(SESSION)) {
            return Optional.empty();
        }
        BsonDocument session = body.getDocument(SESSION);
        return session.isBinary("id")
                ? Optional.of(new WriteId(
                        session.getBinary("id"), body.getInt64(NUMBER).getValue()))
                : Optional.empty();
    }

    /** A message without its number, which a server that knows no retries may refuse. */
    static Message without(Message message) {
        BsonDocument body = Wire.decode(message.bodyBytes());
        body.remove(NUMBER);
        return Wire.withBody(message, body);
    }
}
