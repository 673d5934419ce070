package io.telamon.documents.value;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable array of values, in bytes or built. */
public abstract sealed class ArrayValue implements Value permits EncodedArray, BuiltArray {

    /** The array without elements. */
    public static ArrayValue empty() {
        return new BuiltArray(List.of());
    }

    /** An array of values, none of which is missing; the list is taken as it is and must not be changed. */
    public static ArrayValue of(List<Value> values) {
        return new BuiltArray(values);
    }

    /** An array of values. */
    public static ArrayValue of(Value... values) {
        return new BuiltArray(List.of(values));
    }

    /** The elements in order. */
    public abstract List<Value> values();

    /** The array as BSON has it: a document whose names are 0, 1, 2 and so on. */
    public abstract EncodedDocument encoded();

    /** The number of elements. */
    public int size() {
        return values().size();
    }

    /** The element at a position, missing when there is none. */
    public Value get(int index) {
        List<Value> values = values();
        return index < 0 || index >= values.size() ? MissingValue.MISSING : values.get(index);
    }

    @Override
    public ValueType type() {
        return ValueType.ARRAY;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArrayValue array
                && Arrays.equals(encoded().toBytes(), array.encoded().toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded().toBytes());
    }

    @Override
    public String toString() {
        return ValueText.of(this);
    }
}
