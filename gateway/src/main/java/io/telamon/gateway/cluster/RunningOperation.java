package io.telamon.gateway.cluster;

import io.telamon.gateway.access.Principal;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.Bson;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.json.JsonWriterSettings;

/**
 * An operation at the moment it was looked at.
 *
 * @param number the number by which it can be killed
 * @param client whose it is
 * @param principal the user who wants it
 * @param name the name of the command
 * @param namespace what the command names
 * @param command the command, or its beginning as a text if it is large
 * @param nanos for how long it runs
 * @param killed whether it is about to end
 */
public record RunningOperation(
        int number,
        Client client,
        Principal principal,
        String name,
        String namespace,
        BsonDocument command,
        long nanos,
        boolean killed) {

    private static final int LARGE = 16 * 1024;
    private static final JsonWriterSettings BEGINNING =
            JsonWriterSettings.builder().maxLength(1024).build();

    static RunningOperation of(
            int number, Client client, Principal principal, Message message, long nanos, boolean killed) {
        String namespace = message.database() + "." + collection(message);
        return new RunningOperation(
                number, client, principal, message.command(), namespace, command(message), nanos, killed);
    }

    private static String collection(Message message) {
        if (message.command().equals("getMore")) {
            return message.body().getString("collection", new BsonString("")).getValue();
        }
        return message.target().isEmpty() ? "$cmd" : message.target();
    }

    private static BsonDocument command(Message message) {
        Bytes body = message.bodyBytes();
        if (body.length() <= LARGE) {
            return Bson.decode(body);
        }
        RawBsonDocument raw = new RawBsonDocument(body.array(), body.offset(), body.length());
        return new BsonDocument("$truncated", new BsonString(raw.toJson(BEGINNING)));
    }
}
