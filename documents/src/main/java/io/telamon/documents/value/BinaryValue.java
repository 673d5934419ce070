package io.telamon.documents.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes with a subtype of 0 to 255: 4 is a UUID; with 2 the bytes begin with a length of their own. */
public final class BinaryValue implements Value {
    private final int subtype;
    private final byte[] data;

    /** A value that takes the bytes as its own. */
    public BinaryValue(int subtype, byte[] data) {
        this.subtype = subtype & 0xff;
        this.data = data;
    }

    /** The subtype, 0 to 255. */
    public int subtype() {
        return subtype;
    }

    /** The bytes; not to be changed. */
    public byte[] data() {
        return data;
    }

    /** Whether this is a UUID of subtype 4. */
    public boolean isUuid() {
        return subtype == 4 && data.length == 16;
    }

    @Override
    public ValueType type() {
        return ValueType.BINARY;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeInt32(data.length);
        output.writeByte(subtype);
        output.writeBytes(data);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BinaryValue binary && subtype == binary.subtype && Arrays.equals(data, binary.data);
    }

    @Override
    public int hashCode() {
        return 31 * subtype + Arrays.hashCode(data);
    }
}
