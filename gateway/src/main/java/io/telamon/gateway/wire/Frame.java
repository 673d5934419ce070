package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;

/**
 * A frame with its header, in a buffer that is reused for the next one.
 *
 * @param bytes the whole frame
 */
public record Frame(Bytes bytes) {

    /** Bytes of a header. */
    public static final int HEADER = 16;

    /** The longest frame that is taken, as told in {@code hello}. */
    public static final int MAX_LENGTH = 48_000_000;

    /** The number that a reply refers to. */
    public int requestId() {
        return LittleEndian.int32(bytes.array(), bytes.offset() + 4);
    }

    /** The request that this is the reply to. */
    public int responseTo() {
        return LittleEndian.int32(bytes.array(), bytes.offset() + 8);
    }

    /** What it carries. */
    public int opCode() {
        return LittleEndian.int32(bytes.array(), bytes.offset() + 12);
    }

    static void putHeader(byte[] array, int offset, int length, int requestId, int responseTo, int opCode) {
        LittleEndian.putInt32(array, offset, length);
        LittleEndian.putInt32(array, offset + 4, requestId);
        LittleEndian.putInt32(array, offset + 8, responseTo);
        LittleEndian.putInt32(array, offset + 12, opCode);
    }
}
