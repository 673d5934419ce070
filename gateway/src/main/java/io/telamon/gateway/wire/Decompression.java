package io.telamon.gateway.wire;

import io.telamon.gateway.memory.MemoryLease;
import io.telamon.gateway.spi.engine.Bytes;
import java.io.IOException;

/**
 * Unpacks OP_COMPRESSED frames into a buffer of its own.
 *
 * <h2>Threads</h2>
 *
 * Used by the connection's own thread only.
 */
public final class Decompression implements AutoCloseable {

    private static final int PREFIX = 9;

    private final MemoryLease memory;
    private byte[] buffer = new byte[0];
    private int charged;

    /** Takes memory for frames above 16 KB from that lease. */
    public Decompression(MemoryLease memory) {
        this.memory = memory;
    }

    /** Which compressor made a frame that carries an OP_COMPRESSED. */
    public static Compression compression(Frame frame) throws MalformedFrameException {
        Bytes bytes = frame.bytes();
        if (bytes.length() < Frame.HEADER + PREFIX) {
            throw new MalformedFrameException("an OP_COMPRESSED of " + bytes.length() + " bytes");
        }
        int id = bytes.array()[bytes.offset() + Frame.HEADER + 8];
        return Compression.ofId(id).orElseThrow(() -> new MalformedFrameException("compressor " + id));
    }

    /** The frame inside, valid until the next call. */
    public Frame unpack(Frame frame, Compression compression, int maxLength) throws IOException {
        Bytes bytes = frame.bytes();
        int at = bytes.offset() + Frame.HEADER;
        int opCode = LittleEndian.int32(bytes.array(), at);
        int size = LittleEndian.int32(bytes.array(), at + 4);
        if (size < 1 || size > maxLength - Frame.HEADER || opCode == OpCode.COMPRESSED) {
            throw new MalformedFrameException("operation " + opCode + " of " + size + " bytes, compressed");
        }
        Bytes target = new Bytes(buffer(size + Frame.HEADER), Frame.HEADER, size);
        Bytes source = new Bytes(bytes.array(), at + PREFIX, bytes.end() - at - PREFIX);
        compression.compressor().decompress(source, target);
        Frame.putHeader(target.array(), 0, size + Frame.HEADER, frame.requestId(), frame.responseTo(), opCode);
        return new Frame(new Bytes(target.array(), 0, size + Frame.HEADER));
    }

    /** Gives back the memory of the last frame. */
    @Override
    public void close() {
        if (charged > 0) {
            buffer = new byte[0];
            memory.shrink(charged);
            charged = 0;
        }
    }

    private byte[] buffer(int length) throws IOException {
        if (buffer.length < length) {
            int large = length > FrameReader.UNCHARGED ? length : 0;
            memory.grow(large);
            charged = large;
            buffer = new byte[length];
        }
        return buffer;
    }
}
