package io.telamon.gateway.spi.engine;

import java.util.Arrays;
import java.util.Objects;

/**
 * A piece of a byte array, not copied.
 *
 * @param array where it lies
 * @param offset its first byte
 * @param length how many bytes it has
 */
@SuppressWarnings("ArrayRecordComponent")
public record Bytes(byte[] array, int offset, int length) {

    /** Refuses a piece that does not lie in the array. */
    public Bytes {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    /** The first position after it. */
    public int end() {
        return offset + length;
    }

    /** The bytes in an array of their own. */
    public byte[] copy() {
        return Arrays.copyOfRange(array, offset, end());
    }
}
