package io.telamon.documents.schema;

import static io.telamon.documents.schema.SchemaParser.parseFailure;
import static io.telamon.documents.schema.SchemaParser.typeMismatch;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import io.telamon.documents.value.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code type}, {@code bsonType} and {@code enum}. */
final class TypeKeywords {
    private static final Set<ValueType> NUMBERS =
            EnumSet.of(ValueType.INT32, ValueType.INT64, ValueType.DOUBLE, ValueType.DECIMAL128);

    private TypeKeywords() {}

    static void parse(DocumentValue schema, ValueOrder order, List<Schema> parts) {
        if (schema.has("type") && schema.has("bsonType")) {
            throw parseFailure("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'");
        }
        types(schema, "type", parts);
        types(schema, "bsonType", parts);
        Value values = schema.get("enum");
        if (values != MissingValue.MISSING) {
            parts.add(enumeration(values, order));
        }
    }

    private static void types(DocumentValue schema, String keyword, List<Schema> parts) {
        Value value = schema.get(keyword);
        if (value == MissingValue.MISSING) {
            return;
        }
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        switch (value) {
            case StringValue name -> types.addAll(types(keyword, name.text()));
            case ArrayValue names -> {
                if (names.size() == 0) {
                    throw parseFailure("$jsonSchema keyword '" + keyword + "' must name at least one type");
                }
                Set<String> seen = new TreeSet<>();
                for (Value name : names.values()) {
                    if (!(name instanceof StringValue text)) {
                        throw typeMismatch(keyword, "string or array of strings");
                    }
                    if (!seen.add(text.text())) {
                        throw parseFailure("$jsonSchema keyword '" + keyword + "' has duplicate value: " + text.text());
                    }
                    types.addAll(types(keyword, text.text()));
                }
            }
            default -> throw typeMismatch(keyword, "string or array of strings");
        }
        parts.add(each -> types.contains(each.type()));
    }

    private static Set<ValueType> types(String keyword, String name) {
        if (keyword.equals("bsonType")) {
            ValueType type = ValueType.ofAlias(name);
            if (name.equals("number")) {
                return NUMBERS;
            }
            if (type == null || type == ValueType.MISSING) {
                throw ErrorCode.BAD_VALUE.error("Unknown type name alias: " + name);
            }
            return EnumSet.of(type);
        }
        return switch (name) {
            case "object" -> EnumSet.of(ValueType.DOCUMENT);
            case "array" -> EnumSet.of(ValueType.ARRAY);
            case "string" -> EnumSet.of(ValueType.STRING);
            case "boolean" -> EnumSet.of(ValueType.BOOLEAN);
            case "null" -> EnumSet.of(ValueType.NULL);
            case "number" -> NUMBERS;
            case "integer" -> throw parseFailure("$jsonSchema type 'integer' is not currently supported.");
            default -> throw ErrorCode.BAD_VALUE.error("Unknown type name alias: " + name);
        };
    }

    private static Schema enumeration(Value values, ValueOrder order) {
        if (!(values instanceof ArrayValue array)) {
            throw typeMismatch("enum", "array");
        }
        if (array.size() == 0) {
            throw parseFailure("$jsonSchema keyword 'enum' cannot be an empty array");
        }
        Set<Value> allowed = new TreeSet<>(SetOrder.of(order));
        for (Value value : array.values()) {
            if (!allowed.add(value)) {
                throw parseFailure("$jsonSchema keyword 'enum' array cannot contain duplicate values.");
            }
        }
        return allowed::contains;
    }
}
