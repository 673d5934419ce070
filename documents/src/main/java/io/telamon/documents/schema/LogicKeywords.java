package io.telamon.documents.schema;

import static io.telamon.documents.schema.SchemaParser.parseFailure;
import static io.telamon.documents.schema.SchemaParser.typeMismatch;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}. */
final class LogicKeywords {
    private final SchemaParser parser;

    LogicKeywords(SchemaParser parser) {
        this.parser = parser;
    }

    void parse(DocumentValue schema, List<Schema> parts) {
        if (schema.has("allOf")) {
            parts.addAll(list(schema, "allOf"));
        }
        if (schema.has("anyOf")) {
            List<Schema> schemas = list(schema, "anyOf");
            parts.add(each -> schemas.stream().anyMatch(part -> part.matches(each)));
        }
        if (schema.has("oneOf")) {
            List<Schema> schemas = list(schema, "oneOf");
            parts.add(
                    each -> schemas.stream().filter(part -> part.matches(each)).count() == 1);
        }
        Value not = schema.get("not");
        if (not != MissingValue.MISSING) {
            Schema negated = parser.nested("not", not);
            parts.add(each -> !negated.matches(each));
        }
    }

    private List<Schema> list(DocumentValue schema, String keyword) {
        if (!(schema.get(keyword) instanceof ArrayValue array)) {
            throw typeMismatch(keyword, "array");
        }
        if (array.size() == 0) {
            throw parseFailure("$jsonSchema keyword '" + keyword + "' must be a non-empty array");
        }
        List<Schema> schemas = new ArrayList<>();
        array.values().forEach(each -> schemas.add(parser.nested(keyword, each)));
        return schemas;
    }
}
