package io.telamon.documents.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A buffer that grows, to which BSON is written. */
public final class BsonOutput {
    private byte[] bytes;
    private int size;

    /** An empty buffer for about this number of bytes. */
    public BsonOutput(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    /** The number of bytes written. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** Writes the lowest 8 bits. */
    public void writeByte(int value) {
        ensureCapacity(1);
        bytes[size++] = (byte) value;
    }

    /** Writes 32 bits, the lowest byte first. */
    public void writeInt32(int value) {
        ensureCapacity(4);
        BsonBytes.putInt32(bytes, size, value);
        size += 4;
    }

    /** Writes 64 bits, the lowest byte first. */
    public void writeInt64(long value) {
        ensureCapacity(8);
        BsonBytes.putInt64(bytes, size, value);
        size += 8;
    }

    /** Writes bytes. */
    public void writeBytes(byte[] source) {
        writeBytes(source, 0, source.length);
    }

    /** Writes a part of an array. */
    public void writeBytes(byte[] source, int offset, int length) {
        ensureCapacity(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** Writes a text that is closed by NUL. */
    public void writeName(String name) {
        writeBytes(name.getBytes(StandardCharsets.UTF_8));
        writeByte(0);
    }

    /** Writes a text with its length in front. */
    public void writeString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeInt32(utf8.length + 1);
        writeBytes(utf8);
        writeByte(0);
    }

    /** Writes an element: type, name, value. A missing value is not written. */
    public void writeElement(String name, Value value) {
        if (value != MissingValue.MISSING) {
            writeByte(value.type().code());
            writeName(name);
            value.writeTo(this);
        }
    }

    /** Leaves space for a length and answers where. */
    public int startLength() {
        int start = size;
        writeInt32(0);
        return start;
    }

    /** Fills in the length of what was written since, itself included. */
    public void endLength(int start) {
        BsonBytes.putInt32(bytes, start, size - start);
    }

    private void ensureCapacity(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
