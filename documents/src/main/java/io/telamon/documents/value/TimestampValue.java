package io.telamon.documents.value;

/** A timestamp of the replication: seconds since 1970 in the upper 32 bits, a counter in the lower; unsigned. */
public record TimestampValue(long value) implements Value {

    /** The seconds, unsigned. */
    public long seconds() {
        return value >>> 32;
    }

    /** The counter within the second, unsigned. */
    public long increment() {
        return value & 0xffff_ffffL;
    }

    @Override
    public ValueType type() {
        return ValueType.TIMESTAMP;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeInt64(value);
    }
}
