package io.telamon.gateway.cluster;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.Bson;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.json.JsonWriterSettings;

/** What of a command is shown to others than its client. */
public final class ObservedCommand {

    private static final int LARGE = 16 * 1024;
    private static final JsonWriterSettings BEGINNING =
            JsonWriterSettings.builder().maxLength(1024).build();

    private ObservedCommand() {}

    /** The body, or its beginning as a text if it is large. */
    static BsonDocument body(Message message) {
        Bytes body = message.bodyBytes();
        if (body.length() <= LARGE) {
            return Bson.decode(body);
        }
        RawBsonDocument raw = new RawBsonDocument(body.array(), body.offset(), body.length());
        return new BsonDocument("$truncated", new BsonString(raw.toJson(BEGINNING)));
    }

    /** The body with the first document of each sequence beside it, if that is not large. */
    public static BsonDocument whole(Message message) {
        BsonDocument command = body(message);
        for (DocumentSequence sequence : message.sequences()) {
            BsonArray documents = new BsonArray();
            Bytes first = first(sequence.documents());
            if (first.length() <= LARGE && first.length() > 0) {
                documents.add(Bson.decode(first));
            }
            command.append(sequence.field(), documents);
        }
        return command;
    }

    private static Bytes first(Bytes documents) {
        int length = documents.length() < Integer.BYTES
                ? 0
                : ByteBuffer.wrap(documents.array())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(documents.offset());
        return new Bytes(documents.array(), documents.offset(), Math.min(length, documents.length()));
    }

    /** The database and collection that a command names, or the database and {@code $cmd}. */
    public static String namespace(Message message) {
        if (message.command().equals("getMore")) {
            return message.database() + "."
                    + message.body().getString("collection", new BsonString("")).getValue();
        }
        return message.database() + "." + (message.target().isEmpty() ? "$cmd" : message.target());
    }
}
