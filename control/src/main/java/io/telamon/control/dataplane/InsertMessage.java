package io.telamon.control.dataplane;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Writes an insert as an OP_MSG, with its documents in a sequence beside the body. */
final class InsertMessage {

    private static final int OP_MSG = 2013;
    private static final String SEQUENCE = "documents";
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private InsertMessage() {}

    /** An unordered insert: a document that is refused keeps none of the others out. */
    static Message of(String database, String collection, List<BsonDocument> documents) {
        BsonDocument command = new BsonDocument("insert", new BsonString(collection))
                .append("ordered", BsonBoolean.FALSE)
                .append("$db", new BsonString(database));
        BasicOutputBuffer frame = new BasicOutputBuffer();
        frame.writeInt32(0);
        frame.writeInt32(1);
        frame.writeInt32(0);
        frame.writeInt32(OP_MSG);
        frame.writeInt32(0);
        frame.writeByte(0);
        int body = frame.getPosition();
        encode(command, frame);
        int bodyEnd = frame.getPosition();
        frame.writeByte(1);
        int section = frame.getPosition();
        frame.writeInt32(0);
        frame.writeBytes((SEQUENCE + "\0").getBytes(StandardCharsets.UTF_8));
        int sequence = frame.getPosition();
        documents.forEach(document -> encode(document, frame));
        int end = frame.getPosition();
        frame.writeInt32(0, end);
        frame.writeInt32(section, end - section);
        byte[] bytes = frame.toByteArray();
        return new Message(
                new Bytes(bytes, 0, end),
                1,
                0,
                "insert",
                collection,
                database,
                new Bytes(bytes, body, bodyEnd - body),
                List.of(new DocumentSequence(SEQUENCE, new Bytes(bytes, sequence, end - sequence))));
    }

    private static void encode(BsonDocument document, BasicOutputBuffer buffer) {
        CODEC.encode(
                new BsonBinaryWriter(buffer), document, EncoderContext.builder().build());
    }
}
