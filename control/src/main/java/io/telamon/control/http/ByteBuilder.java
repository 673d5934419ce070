package io.telamon.control.http;

import java.util.Arrays;

/** Bytes that are put together piece by piece. */
final class ByteBuilder {

    private byte[] bytes;
    private int length;

    ByteBuilder(int expected) {
        bytes = new byte[expected];
    }

    void append(byte[] source, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** The bytes from an index up to another one. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
