package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Message;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * A write concern of more than one member. The gateway has found that the three members which clients see can meet it; a deployment may have fewer, so
 * that it is asked for its majority instead.
 */
final class MetWriteConcern {

    private static final String WRITE_CONCERN = "writeConcern";
    private static final String W = "w";

    private MetWriteConcern() {}

    /** The message to send: the same one unless its {@code w} is a number above 1. {@code j} and {@code wtimeout} are kept. */
    static Message of(Message message) {
        return members(message.body()) > 1 ? withMajority(message) : message;
    }

    private static double members(BsonDocument body) {
        return body.get(WRITE_CONCERN) instanceof BsonDocument concern && concern.isNumber(W)
                ? concern.getNumber(W).doubleValue()
                : 0;
    }

    private static Message withMajority(Message message) {
        BsonDocument body = Wire.decode(message.bodyBytes());
        body.getDocument(WRITE_CONCERN).put(W, new BsonString("majority"));
        return Wire.withBody(message, body);
    }
}
