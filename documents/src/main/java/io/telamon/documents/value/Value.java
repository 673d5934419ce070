package io.telamon.documents.value;

/**
 * A BSON value, or {@link MissingValue} where a field does not exist.
 *
 * <p>{@code equals} of every value is exact: the type counts, {@code 1} and {@code 1.0} differ. Equality in the sense of
 * queries is {@link ValueOrder}.
 */
public sealed interface Value
        permits NumberValue,
                StringValue,
                DocumentValue,
                ArrayValue,
                BinaryValue,
                ObjectIdValue,
                BooleanValue,
                DateTimeValue,
                TimestampValue,
                RegexValue,
                DbPointerValue,
                JavaScriptValue,
                CodeWithScopeValue,
                SymbolValue,
                Singleton {

    /** The type of this value. */
    ValueType type();

    /** Writes the value without its type and name. */
    void writeTo(BsonOutput output);

    /** Whether this is missing, null or undefined. */
    default boolean isNullish() {
        return false;
    }

    /** Whether this value counts as true where a condition is asked for: all but false, 0, null, undefined, missing. */
    default boolean isTruthy() {
        return true;
    }
}
