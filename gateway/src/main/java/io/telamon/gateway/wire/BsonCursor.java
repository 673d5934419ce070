package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Steps through the elements of one BSON document where it lies, checking that each stays within its bounds. It does not look into
 * inner documents.
 *
 * <h2>Threads</h2>
 *
 * Used by one thread.
 */
public final class BsonCursor {

    private static final int SMALLEST_DOCUMENT = 5;

    private final byte[] array;
    private final int end;
    private int next;
    private int type;
    private int nameStart;
    private int nameEnd;
    private int valueStart;

    private BsonCursor(byte[] array, int start, int end) {
        this.array = array;
        this.next = start;
        this.end = end;
    }

    /** A cursor before the first element of a document that fills the piece from its first byte. */
    public static BsonCursor over(Bytes document) throws MalformedFrameException {
        int length = lengthAt(document.array(), document.offset(), document.end());
        return new BsonCursor(document.array(), document.offset() + 4, document.offset() + length - 1);
    }

    /** Checks the frame of the document that begins at an offset and answers its length. */
    public static int lengthAt(byte[] array, int offset, int limit) throws MalformedFrameException {
        if (limit - offset < SMALLEST_DOCUMENT) {
            throw new MalformedFrameException("no space for a document");
        }
        int length = LittleEndian.int32(array, offset);
        if (length < SMALLEST_DOCUMENT || length > limit - offset || array[offset + length - 1] != 0) {
            throw new MalformedFrameException("a document of " + length + " bytes");
        }
        return length;
    }

    /** Goes to the next element; false after the last. */
    public boolean next() throws MalformedFrameException {
        if (next >= end) {
            return false;
        }
        type = array[next];
        nameStart = next + 1;
        int at = nameStart;
        while (at < end && array[at] != 0) {
            at++;
        }
        if (at >= end) {
            throw new MalformedFrameException("an element's name does not end");
        }
        nameEnd = at;
        valueStart = at + 1;
        next = valueStart + BsonLength.of(type, array, valueStart, end);
        return true;
    }

    /** The type byte of the element. */
    public int type() {
        return type;
    }

    /** The name of the element. */
    public String name() {
        return new String(array, nameStart, nameEnd - nameStart, StandardCharsets.UTF_8);
    }

    int nameStart() {
        return nameStart;
    }

    int nameEnd() {
        return nameEnd;
    }

    /** Whether the element has that name. */
    public boolean isNamed(byte[] name) {
        return Arrays.equals(array, nameStart, nameEnd, name, 0, name.length);
    }

    /** Whether the element's name begins with that character. */
    public boolean nameBegins(char first) {
        return nameEnd > nameStart && array[nameStart] == first;
    }

    /** The bytes of the whole element: type, name and value. */
    public Bytes element() {
        return new Bytes(array, nameStart - 1, next - nameStart + 1);
    }

    /** The bytes of the value. */
    public Bytes value() {
        return new Bytes(array, valueStart, next - valueStart);
    }

    /** The value of a string element. */
    public String string() {
        return new String(array, valueStart + 4, next - valueStart - 5, StandardCharsets.UTF_8);
    }

    /** The value of an element that holds a 32-bit integer. */
    public int int32() {
        return LittleEndian.int32(array, valueStart);
    }

    /** The eight bytes of the value as an integer. */
    public long int64() {
        return LittleEndian.int64(array, valueStart);
    }

    /** The value of a number, near enough to be compared; 0 if the element is none. */
    public double number() {
        return switch (type) {
            case BsonType.INT32 -> int32();
            case BsonType.INT64 -> int64();
            case BsonType.DOUBLE -> Double.longBitsToDouble(int64());
            default -> 0;
        };
    }

    /** Whether the value is a string that begins so. */
    public boolean stringBegins(byte[] prefix) {
        int length = next - valueStart - 5;
        return type == BsonType.STRING
                && length >= prefix.length
                && Arrays.equals(array, valueStart + 4, valueStart + 4 + prefix.length, prefix, 0, prefix.length);
    }

    /** Whether the element is a document or an array. */
    public boolean isContainer() {
        return type == BsonType.DOCUMENT || type == BsonType.ARRAY;
    }
}
