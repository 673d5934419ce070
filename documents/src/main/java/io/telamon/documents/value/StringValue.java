package io.telamon.documents.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A UTF-8 string, decoded only when the text is asked for. */
public final class StringValue implements Value, Comparable<StringValue> {
    private byte @Nullable [] bytes;
    private int offset;
    private int length;
    private @Nullable String text;

    /** The value of a text. */
    public StringValue(String text) {
        this.text = text;
    }

    /** The text that lies in bytes, as UTF-8 without the closing NUL. */
    public StringValue(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /** The text. */
    public String text() {
        String known = text;
        if (known == null) {
            byte[] encoded = encoded();
            known = new String(encoded, offset, length, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    /** The number of bytes of the text in UTF-8. */
    public int byteLength() {
        encoded();
        return length;
    }

    /** A copy of the text in UTF-8. */
    public byte[] toBytes() {
        byte[] encoded = encoded();
        return Arrays.copyOfRange(encoded, offset, offset + length);
    }

    private byte[] encoded() {
        byte[] known = bytes;
        if (known == null) {
            known = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
            length = known.length;
            bytes = known;
        }
        return known;
    }

    /** The order of the bytes in UTF-8, which is that of the code points. */
    @Override
    public int compareTo(StringValue other) {
        byte[] mine = encoded();
        byte[] theirs = other.encoded();
        return Arrays.compareUnsigned(mine, offset, offset + length, theirs, other.offset, other.offset + other.length);
    }

    @Override
    public ValueType type() {
        return ValueType.STRING;
    }

    @Override
    public void writeTo(BsonOutput output) {
        byte[] encoded = encoded();
        output.writeInt32(length + 1);
        output.writeBytes(encoded, offset, length);
        output.writeByte(0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StringValue string && compareTo(string) == 0;
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
