package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;

/** Reads a command in its old form, a query on {@code <database>.$cmd}, with which drivers greet servers they do not know yet. */
public final class OpQuery {

    private static final String COMMANDS = ".$cmd";

    private OpQuery() {}

    /**
     * Reads a frame that carries an OP_QUERY.
     *
     * @throws MalformedFrameException if it is not well formed, or queries a collection
     */
    public static Message parse(Frame frame) throws MalformedFrameException {
        Bytes bytes = frame.bytes();
        int name = bytes.offset() + Frame.HEADER + 4;
        int nameEnd = name;
        while (nameEnd < bytes.end() && bytes.array()[nameEnd] != 0) {
            nameEnd++;
        }
        int document = nameEnd + 1 + 8;
        int length = BsonCursor.lengthAt(bytes.array(), document, bytes.end());
        String collection = new String(bytes.array(), name, Math.max(0, nameEnd - name), StandardCharsets.UTF_8);
        if (!collection.endsWith(COMMANDS)) {
            throw new MalformedFrameException("an OP_QUERY on a collection");
        }
        String database = collection.substring(0, collection.length() - COMMANDS.length());
        return message(frame, database, new Bytes(bytes.array(), document, length));
    }

    private static Message message(Frame frame, String database, Bytes document) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(document);
        if (!elements.next()) {
            throw new MalformedFrameException("an empty query");
        }
        if (elements.name().equals("$query") && elements.type() == BsonType.DOCUMENT) {
            return message(frame, database, elements.value());
        }
        Message message =
                new Message(frame.bytes(), frame.requestId(), 0, elements.name(), "", database, document, List.of());
        while (elements.next()) {
            // every element is checked to lie within the document
        }
        return message;
    }

    /** The bytes of an OP_REPLY with one document. */
    public static byte[] reply(int requestId, int responseTo, BsonDocument answer) {
        byte[] document = Bson.encode(answer);
        byte[] reply = new byte[Frame.HEADER + 20 + document.length];
        Frame.putHeader(reply, 0, reply.length, requestId, responseTo, OpCode.REPLY);
        LittleEndian.putInt32(reply, Frame.HEADER, 8);
        LittleEndian.putInt32(reply, Frame.HEADER + 16, 1);
        System.arraycopy(document, 0, reply, Frame.HEADER + 20, document.length);
        return reply;
    }
}
