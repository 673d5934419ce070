package io.telamon.documents.value;

/** A value of a type that has only one. */
public sealed interface Singleton extends Value
        permits NullValue, UndefinedValue, MissingValue, MinKeyValue, MaxKeyValue {

    @Override
    default void writeTo(BsonOutput output) {}
}
