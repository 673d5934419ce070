package io.telamon.documents.value;

import org.bson.types.ObjectId;

/** A pointer to a document of a collection; deprecated. */
public record DbPointerValue(String namespace, ObjectId id) implements Value {

    @Override
    public ValueType type() {
        return ValueType.DB_POINTER;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeString(namespace);
        output.writeBytes(id.toByteArray());
    }
}
