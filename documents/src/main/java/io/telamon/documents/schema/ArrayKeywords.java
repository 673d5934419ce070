package io.telamon.documents.schema;

import static io.telamon.documents.schema.SchemaParser.typeMismatch;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code minItems}, {@code maxItems}, {@code uniqueItems}, {@code items} and {@code additionalItems}. */
final class ArrayKeywords {
    private final SchemaParser parser;
    private final ValueOrder order;

    ArrayKeywords(SchemaParser parser, ValueOrder order) {
        this.parser = parser;
        this.order = order;
    }

    void parse(DocumentValue schema, List<Schema> parts) {
        long min = SchemaParser.count(schema, "minItems");
        long max = SchemaParser.count(schema, "maxItems");
        if (min >= 0) {
            parts.add(each -> !(each instanceof ArrayValue array) || array.size() >= min);
        }
        if (max >= 0) {
            parts.add(each -> !(each instanceof ArrayValue array) || array.size() <= max);
        }
        if (SchemaParser.flag(schema, "uniqueItems")) {
            parts.add(each -> !(each instanceof ArrayValue array) || isUnique(array));
        }
        items(schema, parts);
    }

    private boolean isUnique(ArrayValue array) {
        Set<Value> seen = new TreeSet<>(SetOrder.of(order));
        return array.values().stream().allMatch(seen::add);
    }

    private void items(DocumentValue schema, List<Schema> parts) {
        Schema additional = additional(schema.get("additionalItems"));
        switch (schema.get("items")) {
            case DocumentValue items -> {
                Schema item = parser.parse(items);
                parts.add(each -> !(each instanceof ArrayValue array)
                        || array.values().stream().allMatch(item::matches));
            }
            case ArrayValue items -> {
                List<Schema> schemas = new ArrayList<>();
                items.values().forEach(item -> schemas.add(parser.nested("items", item)));
                parts.add(each -> !(each instanceof ArrayValue array) || matches(array, schemas, additional));
            }
            case MissingValue _ -> {}
            default -> throw typeMismatch("items", "array or an object");
        }
    }

    private Schema additional(Value value) {
        return switch (value) {
            case MissingValue _ -> _ -> true;
            case BooleanValue allowed -> _ -> allowed.value();
            case DocumentValue document -> parser.parse(document);
            default -> throw typeMismatch("additionalItems", "either an object or a boolean");
        };
    }

    private static boolean matches(ArrayValue array, List<Schema> schemas, Schema additional) {
        for (int i = 0; i < array.size(); i++) {
            Schema schema = i < schemas.size() ? schemas.get(i) : additional;
            if (!schema.matches(array.get(i))) {
                return false;
            }
        }
        return true;
    }
}
