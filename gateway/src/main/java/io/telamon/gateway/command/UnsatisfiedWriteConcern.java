package io.telamon.gateway.command;

import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.MalformedFrameException;
import io.telamon.gateway.wire.OpMsg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * A write concern that the replica set cannot meet. As with MongoDB the write is done, and its reply tells in {@code writeConcernError} that the
 * concern was not met. The engine is not told of {@code w}: it may have another number of members.
 *
 * @param error what the reply tells
 */
record UnsatisfiedWriteConcern(BsonDocument error) {

    private static final byte[] WRITE_CONCERN = "writeConcern".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] W = "w".getBytes(StandardCharsets.US_ASCII);

    /** Frames of fewer bytes are not charged to the memory for large messages. */
    private static final int LARGE = 16 * 1024;

    /** That of a request, if its write concern cannot be met. */
    static Optional<UnsatisfiedWriteConcern> of(Request request) throws MalformedFrameException {
        int members = request.session().members().size();
        return WriteConcern.of(request.message())
                .flatMap(concern -> concern.error(members))
                .map(UnsatisfiedWriteConcern::new);
    }

    /** Takes the memory for the message to run. */
    static void charge(Message message, MemoryLease memory) throws IOException {
        memory.grow(message.frame().length() > LARGE ? message.frame().length() : 0);
    }

    /** The message to run in place of the one that came. */
    Message message(Message message) throws MalformedFrameException {
        BsonCursor fields = BsonCursor.over(message.bodyBytes());
        while (fields.next()) {
            if (fields.isNamed(WRITE_CONCERN)) {
                return without(message, fields.value());
            }
        }
        return message;
    }

    private static Message without(Message message, Bytes concern) throws MalformedFrameException {
        BsonCursor fields = BsonCursor.over(concern);
        while (fields.next()) {
            if (fields.isNamed(W)) {
                return OpMsg.without(message, fields.element(), List.of(message.bodyBytes(), concern));
            }
        }
        return message;
    }

    /** Where to put the replies in place of the client. */
    Replies replies(Replies client) {
        return new RewrittenReplies(client, this::described);
    }

    private BsonDocument described(BsonDocument reply) {
        return reply.getNumber("ok", new BsonInt32(0)).doubleValue() == 1
                ? reply.append("writeConcernError", error)
                : reply;
    }
}
