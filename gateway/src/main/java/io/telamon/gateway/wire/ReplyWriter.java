package io.telamon.gateway.wire;

import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies to a client, each in one write, in the manner of the request: compressed if it was, with a checksum if it had one.
 *
 * <h2>Threads</h2>
 *
 * Used by the connection's own thread only.
 */
public final class ReplyWriter implements Replies {

    private static final int SMALL = 512;
    private static final int LARGE = 16 * 1024;
    private static final int CHECKSUM = 4;
    private static final int COMPRESSED_PREFIX = 9;

    private final Transport transport;
    private final MemoryLease memory;
    private byte[] buffer = new byte[SMALL];
    private int lastRequestId;
    private int responseTo;
    private @Nullable Compression compression;
    private boolean checksum;
    private long written;
    private int documentBytes;

    /** Writes to that transport; copies of replies above 16 KB take their memory from that lease. */
    public ReplyWriter(Transport transport, MemoryLease memory) {
        this.transport = transport;
        this.memory = memory;
    }

    /** Turns to the replies of another request. */
    public void answer(int requestId, @Nullable Compression requestCompression, boolean requestChecksum) {
        responseTo = requestId;
        compression = requestCompression;
        checksum = requestChecksum;
        documentBytes = 0;
    }

    /** Bytes written since the connection began. */
    public long written() {
        return written;
    }

    /** Whether something was said to the present request. */
    public boolean hasAnswered() {
        return documentBytes > 0;
    }

    /** Uncompressed bytes of the replies to the present request. */
    public int replyBytes() {
        return documentBytes;
    }

    @Override
    public void message(Bytes frame) throws IOException {
        documentBytes += frame.length();
        int taken = take(copies(frame.length()));
        try {
            if (compression == null && checksum) {
                System.arraycopy(frame.array(), frame.offset(), buffer(frame.length() + CHECKSUM), 0, frame.length());
                send(new Bytes(buffer, 0, frame.length()));
            } else {
                send(frame);
            }
        } finally {
            giveBack(taken);
        }
    }

    @Override
    public void document(Bytes document) throws IOException {
        reply(document, 0);
    }

    /** Sends a document of the gateway's own. */
    public void document(BsonDocument document) throws IOException {
        byte[] bytes = Bson.encode(document);
        reply(new Bytes(bytes, 0, bytes.length), 0);
    }

    /** Sends a document after which another one follows without being asked for. */
    public void streamed(BsonDocument document) throws IOException {
        byte[] bytes = Bson.encode(document);
        reply(new Bytes(bytes, 0, bytes.length), Message.MORE_TO_COME);
        responseTo = lastRequestId;
    }

    /** Sends a document in the old form. */
    public void legacy(BsonDocument document) throws IOException {
        byte[] reply = OpQuery.reply(++lastRequestId, responseTo, document);
        write(reply, 0, reply.length);
    }

    private void reply(Bytes document, int flags) throws IOException {
        int length = OpMsg.SECTIONS + 1 + document.length();
        documentBytes += length;
        int taken = take(length + copies(length));
        try {
            byte[] out = buffer(length + CHECKSUM);
            Frame.putHeader(out, 0, length, ++lastRequestId, responseTo, OpCode.MSG);
            LittleEndian.putInt32(out, Frame.HEADER, flags);
            out[OpMsg.SECTIONS] = 0;
            System.arraycopy(document.array(), document.offset(), out, OpMsg.SECTIONS + 1, document.length());
            send(new Bytes(out, 0, length));
        } finally {
            giveBack(taken);
        }
    }

    /** Bytes that it takes to send a frame in another form than it has. */
    private int copies(int length) {
        Compression method = compression;
        if (method != null) {
            return Frame.HEADER + COMPRESSED_PREFIX + method.compressor().bound(length - Frame.HEADER);
        }
        return checksum ? length + CHECKSUM : 0;
    }

    /** Sends a frame in the manner of the request; one that gets a checksum lies in the buffer. */
    private void send(Bytes frame) throws IOException {
        Compression method = compression;
        if (method != null) {
            compressed(frame, method);
        } else if (checksum) {
            appendChecksum(frame.length());
            write(buffer, 0, frame.length() + CHECKSUM);
        } else {
            write(frame.array(), frame.offset(), frame.length());
        }
    }

    private int take(int length) throws IOException {
        int large = length > LARGE ? length : 0;
        memory.grow(large);
        return large;
    }

    /** Keeps no memory for a large reply while nobody asks for another. */
    private void giveBack(int taken) {
        if (buffer.length > LARGE) {
            buffer = new byte[SMALL];
        }
        memory.shrink(taken);
    }

    private void appendChecksum(int length) {
        LittleEndian.putInt32(buffer, 0, length + CHECKSUM);
        int flags = LittleEndian.int32(buffer, Frame.HEADER) | Message.CHECKSUM_PRESENT;
        LittleEndian.putInt32(buffer, Frame.HEADER, flags);
        LittleEndian.putInt32(buffer, length, Checksum.of(buffer, 0, length));
    }

    private void compressed(Bytes frame, Compression method) throws IOException {
        Compressor compressor = method.compressor();
        int size = frame.length() - Frame.HEADER;
        byte[] out = new byte[Frame.HEADER + COMPRESSED_PREFIX + compressor.bound(size)];
        Bytes payload = new Bytes(frame.array(), frame.offset() + Frame.HEADER, size);
        int count = compressor.compress(payload, out, Frame.HEADER + COMPRESSED_PREFIX);
        int length = Frame.HEADER + COMPRESSED_PREFIX + count;
        Frame original = new Frame(frame);
        Frame.putHeader(out, 0, length, original.requestId(), original.responseTo(), OpCode.COMPRESSED);
        LittleEndian.putInt32(out, Frame.HEADER, original.opCode());
        LittleEndian.putInt32(out, Frame.HEADER + 4, size);
        out[Frame.HEADER + 8] = (byte) method.id();
        write(out, 0, length);
    }

    private void write(byte[] from, int offset, int length) throws IOException {
        transport.write(from, offset, length);
        written += length;
    }

    private byte[] buffer(int length) {
        if (buffer.length < length) {
            buffer = new byte[Math.max(length, 2 * buffer.length)];
        }
        return buffer;
    }
}
