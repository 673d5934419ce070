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

    /** That of a message; nothing if it is no write that may be sent again. */
    static Optional<WriteId> of(Message message) {
        if (!WRITES.contains(message.command()) || !message.acknowledged()) {
            return Optional.empty();
        }
        BsonDocument body = message.body();
        if (!body.isInt64(NUMBER) || !body.isDocument(SESSION) || body.containsKey("autocommit")) {
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
