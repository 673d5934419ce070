package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Finds the parts of an OP_MSG: flag bits, body, document sequences, checksum. */
public final class OpMsg {

    /** Where the first section begins. */
    static final int SECTIONS = 20;

    private static final int KNOWN_REQUIRED = Message.CHECKSUM_PRESENT | Message.MORE_TO_COME;
    private static final byte[] DB = "$db".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 4;

    private final Frame frame;
    private final byte[] array;
    private final int flags;
    private final int end;
    private @Nullable Bytes body;
    private List<DocumentSequence> sequences = List.of();

    private OpMsg(Frame frame, int flags, int end) {
        this.frame = frame;
        this.array = frame.bytes().array();
        this.flags = flags;
        this.end = end;
    }

    /**
     * Reads a frame that carries an OP_MSG. A checksum is verified and cut off, in the buffer too.
     *
     * @throws MalformedFrameException if it is not well formed
     */
    public static Message parse(Frame frame) throws MalformedFrameException {
        Bytes bytes = frame.bytes();
        if (bytes.length() < SECTIONS + 1) {
            throw new MalformedFrameException("an OP_MSG of " + bytes.length() + " bytes");
        }
        int flags = LittleEndian.int32(bytes.array(), bytes.offset() + Frame.HEADER);
        if ((flags & 0xffff & ~KNOWN_REQUIRED) != 0) {
            throw new MalformedFrameException("unknown flag bits " + Integer.toHexString(flags));
        }
        boolean checksum = (flags & Message.CHECKSUM_PRESENT) != 0;
        if (checksum) {
            Checksum.verify(bytes);
        }
        OpMsg parser = new OpMsg(frame, flags, checksum ? bytes.end() - CHECKSUM : bytes.end());
        parser.sections(bytes.offset() + SECTIONS);
        return parser.message(checksum);
    }

    /** Whether a frame that carries an OP_MSG ends in a checksum. */
    public static boolean hasChecksum(Frame frame) {
        Bytes bytes = frame.bytes();
        return bytes.length() >= SECTIONS
                && (LittleEndian.int32(bytes.array(), bytes.offset() + Frame.HEADER) & Message.CHECKSUM_PRESENT) != 0;
    }

    /**
     * The body of a reply whose first section it is, as engines send it.
     *
     * @throws MalformedFrameException if it is not there
     */
    public static Bytes replyBody(Bytes frame) throws MalformedFrameException {
        int at = frame.offset() + SECTIONS + 1;
        if (frame.length() <= SECTIONS || frame.array()[at - 1] != 0) {
            throw new MalformedFrameException("a reply that does not begin with its body");
        }
        return new Bytes(frame.array(), at, BsonCursor.lengthAt(frame.array(), at, frame.end()));
    }

    /** The same message with another body and no document sequences. */
    public static Message withBody(Message message, BsonDocument body) throws MalformedFrameException {
        byte[] document = Bson.encode(body);
        byte[] bytes = new byte[SECTIONS + 1 + document.length];
        Frame.putHeader(bytes, 0, bytes.length, message.requestId(), 0, OpCode.MSG);
        LittleEndian.putInt32(bytes, Frame.HEADER, message.flags());
        System.arraycopy(document, 0, bytes, SECTIONS + 1, document.length);
        return parse(new Frame(new Bytes(bytes, 0, bytes.length)));
    }

    /**
     * The same message without a piece of its body, in a frame of its own.
     *
     * @param piece a whole element
     * @param enclosing the documents that it lies in, the body among them
     */
    public static Message without(Message message, Bytes piece, List<Bytes> enclosing) throws MalformedFrameException {
        Bytes frame = message.frame();
        int start = frame.offset();
        byte[] bytes = new byte[frame.length() - piece.length()];
        int before = piece.offset() - start;
        System.arraycopy(frame.array(), start, bytes, 0, before);
        System.arraycopy(frame.array(), piece.end(), bytes, before, frame.end() - piece.end());
        LittleEndian.putInt32(bytes, 0, bytes.length);
        for (Bytes document : enclosing) {
            LittleEndian.putInt32(bytes, document.offset() - start, document.length() - piece.length());
        }
        return parse(new Frame(new Bytes(bytes, 0, bytes.length)));
    }

    private void sections(int from) throws MalformedFrameException {
        int at = from;
        while (at < end) {
            int kind = array[at++];
            at = switch (kind) {
                case 0 -> body(at);
                case 1 -> sequence(at);
                default -> throw new MalformedFrameException("a section of kind " + kind);
            };
        }
    }

    private int body(int at) throws MalformedFrameException {
        if (body != null) {
            throw new MalformedFrameException("two bodies");
        }
        int length = BsonCursor.lengthAt(array, at, end);
        body = new Bytes(array, at, length);
        return at + length;
    }

    private int sequence(int at) throws MalformedFrameException {
        int size = BsonLength.prefix(array, at, end, CHECKSUM + 2);
        if (size > end - at) {
            throw new MalformedFrameException("a document sequence of " + size + " bytes");
        }
        int limit = at + size;
        int nameEnd = at + 4;
        while (nameEnd < limit && array[nameEnd] != 0) {
            nameEnd++;
        }
        if (nameEnd >= limit) {
            throw new MalformedFrameException("the name of a document sequence does not end");
        }
        int documents = nameEnd + 1;
        for (int next = documents; next < limit; ) {
            next += BsonCursor.lengthAt(array, next, limit);
        }
        String field = new String(array, at + 4, nameEnd - at - 4, StandardCharsets.UTF_8);
        add(new DocumentSequence(field, new Bytes(array, documents, limit - documents)));
        return limit;
    }

    private void add(DocumentSequence sequence) {
        if (sequences.isEmpty()) {
            sequences = new ArrayList<>(1);
        }
        sequences.add(sequence);
    }

    private Message message(boolean checksum) throws MalformedFrameException {
        Bytes found = body;
        if (found == null) {
            throw new MalformedFrameException("no body");
        }
        BsonCursor elements = BsonCursor.over(found);
        if (!elements.next()) {
            throw new MalformedFrameException("an empty body");
        }
        String command = elements.name();
        String target = elements.type() == BsonType.STRING ? elements.string() : "";
        String database = "";
        while (elements.next()) {
            if (elements.type() == BsonType.STRING && elements.isNamed(DB)) {
                database = elements.string();
            }
        }
        Bytes whole = checksum ? withoutChecksum() : frame.bytes();
        int kept = flags & ~Message.CHECKSUM_PRESENT;
        return new Message(whole, frame.requestId(), kept, command, target, database, found, sequences);
    }

    private Bytes withoutChecksum() {
        Bytes bytes = frame.bytes();
        int length = bytes.length() - CHECKSUM;
        LittleEndian.putInt32(array, bytes.offset(), length);
        LittleEndian.putInt32(array, bytes.offset() + Frame.HEADER, flags & ~Message.CHECKSUM_PRESENT);
        return new Bytes(array, bytes.offset(), length);
    }
}
