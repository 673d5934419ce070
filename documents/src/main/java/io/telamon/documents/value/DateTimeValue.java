package io.telamon.documents.value;

/** A point in time in milliseconds since 1970. */
public record DateTimeValue(long milliseconds) implements Value {

    @Override
    public ValueType type() {
        return ValueType.DATE_TIME;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeInt64(milliseconds);
    }
}
