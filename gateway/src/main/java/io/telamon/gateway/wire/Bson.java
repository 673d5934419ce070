package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Turns documents into bytes. */
public final class Bson {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private Bson() {}

    /** The document that lies in a piece of memory, decoded to its innermost element. */
    public static BsonDocument decode(Bytes bytes) {
        RawBsonDocument raw = new RawBsonDocument(bytes.array(), bytes.offset(), bytes.length());
        return raw.decode(CODEC);
    }

    /** The bytes of a document. */
    public static byte[] encode(BsonDocument document) {
        try (var buffer = new BasicOutputBuffer(512);
                var writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, CONTEXT);
            return buffer.toByteArray();
        }
    }
}
