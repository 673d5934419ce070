package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Message;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/**
 * What tells that a write is sent again: the session and the number that a driver gives it, and what it is. Whoever knows the session of
 * another user gets no answer to a write that the gateway would not let him run himself.
 *
 * @param session the session's id, which nobody else can guess
 * @param number greater than those of earlier writes
 * @param command the name of the command
 * @param database the database that it is sent to, by the name that clients use
 * @param collection the collection that it writes to
 */
record WriteId(BsonBinary session, long number, String command, String database, String collection) {

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
                        session.getBinary("id"),
                        body.getInt64(NUMBER).getValue(),
                        message.command(),
                        message.database(),
                        message.target()))
                : Optional.empty();
    }

    /** A message without its number, which a server that knows no retries may refuse. */
    static Message without(Message message) {
        BsonDocument body = Wire.decode(message.bodyBytes());
        body.remove(NUMBER);
        return Wire.withBody(message, body);
    }
}
