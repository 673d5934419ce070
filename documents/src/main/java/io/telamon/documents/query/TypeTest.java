package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code $type}: values of types given by name, number, or {@code number} for all numeric ones. */
final class TypeTest {
    private TypeTest() {}

    static FieldTest of(Value value) {
        List<Value> names = value instanceof ArrayValue array ? array.values() : List.of(value);
        if (names.isEmpty()) {
            throw ErrorCode.FAILED_TO_PARSE.error("a must match at least one type");
        }
        boolean[] codes = new boolean[256];
        for (ValueType type : types(names)) {
            codes[type.code() & 0xff] = true;
        }
        return FieldTest.of((_, type, _) -> codes[type & 0xff]);
    }

    /** The types of names and numbers. */
    static Set<ValueType> types(List<Value> names) {
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        for (Value name : names) {
            add(types, name);
        }
        return types;
    }

    private static void add(Set<ValueType> types, Value name) {
        switch (name) {
            case StringValue string
            when string.text().equals("number") ->
                types.addAll(Set.of(ValueType.INT32, ValueType.INT64, ValueType.DOUBLE, ValueType.DECIMAL128));
            case StringValue string -> {
                ValueType type = ValueType.ofAlias(string.text());
                if (type == null || type == ValueType.MISSING) {
                    throw badValue("Unknown type name alias: " + string.text());
                }
                types.add(type);
            }
            case NumberValue number -> {
                long code = number.toLong();
                ValueType type = !number.isLong() || code < -1 || code > 127 ? null : ValueType.ofCode((int) code);
                if (type == null) {
                    throw badValue("Invalid numerical type code: " + code);
                }
                types.add(type);
            }
            default -> throw ErrorCode.TYPE_MISMATCH.error("type must be represented as a number or a string");
        }
    }
}
