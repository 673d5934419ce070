package io.telamon.documents.schema;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compiles schemas. Each keyword applies to values of its type; those of other types pass. */
public final class SchemaParser {
    private static final Set<String> UNSUPPORTED = Set.of("$ref", "$schema", "default", "definitions", "format", "id");
    private static final Set<String> KEYWORDS = Set.of(
            "additionalItems",
            "additionalProperties",
            "allOf",
            "anyOf",
            "bsonType",
            "dependencies",
            "description",
            "encrypt",
            "encryptMetadata",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "properties",
            "required",
            "title",
            "type",
            "uniqueItems");

    private final ValueOrder order;

    /** A parser of schemas whose values are compared in an order. */
    public SchemaParser(ValueOrder order) {
        this.order = order;
    }

    /**
     * Compiles a schema.
     *
     * @throws CommandException 14 TypeMismatch for a keyword's value of the wrong type, 9 FailedToParse for one of the wrong
     *     form and for unknown keywords
     */
    public Schema parse(DocumentValue schema) {
        for (Element element : schema) {
            if (UNSUPPORTED.contains(element.name())) {
                throw parseFailure("$jsonSchema keyword '" + element.name() + "' is not currently supported");
            }
            if (!KEYWORDS.contains(element.name())) {
                throw parseFailure("Unknown $jsonSchema keyword: " + element.name());
            }
        }
        text(schema, "title");
        text(schema, "description");
        List<Schema> parts = new ArrayList<>();
        TypeKeywords.parse(schema, order, parts);
        NumberKeywords.parse(schema, parts);
        StringKeywords.parse(schema, parts);
        new ArrayKeywords(this, order).parse(schema, parts);
        new ObjectKeywords(this).parse(schema, parts);
        new LogicKeywords(this).parse(schema, parts);
        return Schema.all(List.copyOf(parts));
    }

    private static void text(DocumentValue schema, String keyword) {
        Value value = schema.get(keyword);
        if (value != MissingValue.MISSING && !(value instanceof StringValue)) {
            throw typeMismatch(keyword, "string");
        }
    }

    /** The schema of a value, which must be a document. */
    Schema nested(String keyword, Value value) {
        if (value instanceof DocumentValue document) {
            return parse(document);
        }
        throw typeMismatch(keyword, "object");
    }

    static CommandException parseFailure(String message) {
        return ErrorCode.FAILED_TO_PARSE.error(message);
    }

    static CommandException typeMismatch(String keyword, String wanted) {
        return ErrorCode.TYPE_MISMATCH.error("$jsonSchema keyword '" + keyword + "' must be of type " + wanted);
    }

    /** The value of a keyword that is a count: a whole number, not negative; -1 when it is not given. */
    static long count(DocumentValue schema, String keyword) {
        Value value = schema.get(keyword);
        if (value == MissingValue.MISSING) {
            return -1;
        }
        if (!(value instanceof NumberValue number) || !number.isLong() || number.toLong() < 0) {
            throw parseFailure("$jsonSchema keyword '" + keyword + "' must be a non-negative integer");
        }
        return number.toLong();
    }

    /** The value of a keyword that is a boolean. */
    static boolean flag(DocumentValue schema, String keyword) {
        Value value = schema.get(keyword);
        if (value == MissingValue.MISSING) {
            return false;
        }
        if (!(value instanceof BooleanValue bool)) {
            throw typeMismatch(keyword, "bool");
        }
        return bool.value();
    }
}
