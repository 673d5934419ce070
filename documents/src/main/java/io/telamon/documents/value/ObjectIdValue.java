package io.telamon.documents.value;

import org.bson.types.ObjectId;

/** An identifier of 12 bytes, the first four of which are seconds since 1970. */
public record ObjectIdValue(ObjectId value) implements Value {

    @Override
    public ValueType type() {
        return ValueType.OBJECT_ID;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeBytes(value.toByteArray());
    }

    /** The time in the identifier, in milliseconds since 1970; the seconds are signed. */
    public long milliseconds() {
        return value.getTimestamp() * 1000L;
    }
}
