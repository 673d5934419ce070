package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.ByteBufNIO;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;

/** OP_MSG as bytes. */
final class Wire {

    static final int HEADER = 16;

    /** Where the first section of an OP_MSG begins: behind the header and the flag bits. */
    static final int SECTIONS = HEADER + Integer.BYTES;

    /** The opcode of OP_MSG. */
    static final int OP_MSG = 2013;

    private static final int REQUEST_ID = Integer.BYTES;
    private static final int RESPONSE_TO = 2 * Integer.BYTES;
    private static final int OP_CODE = 3 * Integer.BYTES;
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Wire() {}

    static int int32(byte[] bytes, int at) {
        return (int) INT32.get(bytes, at);
    }

    static void putInt32(byte[] bytes, int at, int value) {
        INT32.set(bytes, at, value);
    }

    static int requestId(Bytes frame) {
        return int32(frame.array(), frame.offset() + REQUEST_ID);
    }

    static int responseTo(Bytes frame) {
        return int32(frame.array(), frame.offset() + RESPONSE_TO);
    }

    static void putResponseTo(Bytes frame, int requestId) {
        putInt32(frame.array(), frame.offset() + RESPONSE_TO, requestId);
    }

    static int opCode(Bytes frame) {
        return int32(frame.array(), frame.offset() + OP_CODE);
    }

    static int flags(Bytes frame) {
        return int32(frame.array(), frame.offset() + HEADER);
    }

    /** The header and the flag bits of a message that is so many bytes long, these included. */
    static byte[] header(int length, int requestId, int responseTo, int flags) {
        return ByteBuffer.allocate(SECTIONS)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(requestId)
                .putInt(responseTo)
                .putInt(OP_MSG)
                .putInt(flags)
                .array();
    }

    /** A message with a body, and whatever other sections are given. */
    static byte[] message(int requestId, int responseTo, int flags, BsonDocument body, byte[] otherSections) {
        byte[] document = encode(body);
        int length = SECTIONS + 1 + document.length + otherSections.length;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header(length, requestId, responseTo, flags))
                .put((byte) 0)
                .put(document)
                .put(otherSections)
                .array();
    }

    /** The same message with another body. */
    static Message withBody(Message message, BsonDocument body) {
        byte[] sections = sequences(message, (field, documents) -> documents);
        byte[] frame = message(message.requestId(), 0, message.flags(), body, sections);
        Bytes whole = new Bytes(frame, 0, frame.length);
        return new Message(
                whole,
                message.requestId(),
                message.flags(),
                message.command(),
                message.target(),
                message.database(),
                bodyBytes(whole),
                message.sequences());
    }

    /** The document sequences of a message as sections, each with the documents that take the place of its own. */
    static byte[] sequences(Message message, BiFunction<String, byte[], byte[]> change) {
        ByteArrayOutputStream sections = new ByteArrayOutputStream();
        for (DocumentSequence sequence : message.sequences()) {
            String field = sequence.field();
            sections.writeBytes(
                    sequence(field, change.apply(field, sequence.documents().copy())));
        }
        return sections.toByteArray();
    }

    /** A document sequence as a section. */
    static byte[] sequence(String field, byte[] documents) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes(field.getBytes(StandardCharsets.UTF_8));
        name.write(0);
        int length = Integer.BYTES + name.size() + documents.length;
        return ByteBuffer.allocate(1 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(length)
                .put(name.toByteArray())
                .put(documents)
                .array();
    }

    /** The body of a reply, which has no other section. */
    static BsonDocument body(Bytes frame) {
        return decode(bodyBytes(frame));
    }

    /** Where the body of a reply lies. */
    static Bytes bodyBytes(Bytes frame) {
        int at = frame.offset() + SECTIONS;
        if (frame.length() <= SECTIONS + Integer.BYTES || frame.array()[at] != 0) {
            throw new IllegalArgumentException("a reply without a body");
        }
        return new Bytes(frame.array(), at + 1, int32(frame.array(), at + 1));
    }

    static BsonDocument decode(Bytes bytes) {
        try (BsonBinaryReader reader = reader(bytes)) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }

    static BsonBinaryReader reader(Bytes document) {
        ByteBuffer buffer = ByteBuffer.wrap(document.array(), document.offset(), document.length())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        return new BsonBinaryReader(new ByteBufferBsonInput(new ByteBufNIO(buffer)));
    }

    static byte[] encode(BsonDocument document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }
}
