package io.telamon.documents.schema;

import static io.telamon.documents.schema.SchemaParser.parseFailure;
import static io.telamon.documents.schema.SchemaParser.typeMismatch;

import io.telamon.documents.pattern.RegularExpression;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code required}, {@code properties} with its variants, their number, and {@code dependencies}. */
final class ObjectKeywords {
    private final SchemaParser parser;

    ObjectKeywords(SchemaParser parser) {
        this.parser = parser;
    }

    private record PatternSchema(RegularExpression pattern, Schema schema) {}

    void parse(DocumentValue schema, List<Schema> parts) {
        long min = SchemaParser.count(schema, "minProperties");
        long max = SchemaParser.count(schema, "maxProperties");
        if (min >= 0) {
            parts.add(each -> !(each instanceof DocumentValue document) || document.size() >= min);
        }
        if (max >= 0) {
            parts.add(each -> !(each instanceof DocumentValue document) || document.size() <= max);
        }
        if (schema.has("required")) {
            Set<String> names = names("required", schema.get("required"));
            parts.add(each ->
                    !(each instanceof DocumentValue document) || names.stream().allMatch(document::has));
        }
        properties(schema, parts);
        if (schema.has("dependencies")) {
            dependencies(schema.get("dependencies"), parts);
        }
    }

    private static Set<String> names(String keyword, Value value) {
        if (!(value instanceof ArrayValue array)) {
            throw typeMismatch(keyword, "array");
        }
        if (array.size() == 0) {
            throw parseFailure("$jsonSchema keyword '" + keyword + "' cannot be an empty array");
        }
        Set<String> names = new LinkedHashSet<>();
        for (Value name : array.values()) {
            if (!(name instanceof StringValue text)) {
                throw typeMismatch(keyword, "array of strings");
            }
            if (!names.add(text.text())) {
                throw parseFailure("$jsonSchema keyword '" + keyword + "' array cannot contain duplicate values");
            }
        }
        return names;
    }

    private void properties(DocumentValue schema, List<Schema> parts) {
        Map<String, Schema> properties = new HashMap<>();
        for (Element element : document(schema, "properties")) {
            properties.put(element.name(), parser.nested(element.name(), element.value()));
        }
        List<PatternSchema> patterns = new ArrayList<>();
        for (Element element : document(schema, "patternProperties")) {
            patterns.add(new PatternSchema(
                    StringKeywords.compile(element.name()), parser.nested(element.name(), element.value())));
        }
        Schema additional = additional(schema.get("additionalProperties"));
        if (!properties.isEmpty() || !patterns.isEmpty() || additional != null) {
            parts.add(each ->
                    !(each instanceof DocumentValue document) || matches(document, properties, patterns, additional));
        }
    }

    private static DocumentValue document(DocumentValue schema, String keyword) {
        return switch (schema.get(keyword)) {
            case DocumentValue document -> document;
            case MissingValue _ -> DocumentValue.empty();
            default -> throw typeMismatch(keyword, "object");
        };
    }

    private @Nullable Schema additional(Value value) {
        return switch (value) {
            case MissingValue _ -> null;
            case BooleanValue allowed -> allowed.value() ? null : _ -> false;
            case DocumentValue document -> parser.parse(document);
            default -> throw typeMismatch("additionalProperties", "either an object or a boolean");
        };
    }

    private static boolean matches(
            DocumentValue document,
            Map<String, Schema> properties,
            List<PatternSchema> patterns,
            @Nullable Schema additional) {
        for (Element element : document) {
            Schema own = properties.get(element.name());
            boolean known = own != null;
            if (own != null && !own.matches(element.value())) {
                return false;
            }
            for (PatternSchema each : patterns) {
                if (each.pattern.find(element.name())) {
                    known = true;
                    if (!each.schema.matches(element.value())) {
                        return false;
                    }
                }
            }
            if (!known && additional != null && !additional.matches(element.value())) {
                return false;
            }
        }
        return true;
    }

    private void dependencies(Value value, List<Schema> parts) {
        if (!(value instanceof DocumentValue dependencies)) {
            throw typeMismatch("dependencies", "object");
        }
        for (Element element : dependencies) {
            String name = element.name();
            Schema demanded = switch (element.value()) {
                case DocumentValue schema -> parser.parse(schema);
                case ArrayValue names -> {
                    Set<String> required = names("dependencies", names);
                    yield each -> each instanceof DocumentValue document
                            && required.stream().allMatch(document::has);
                }
                default -> throw typeMismatch("dependencies", "either an object or an array");
            };
            parts.add(each ->
                    !(each instanceof DocumentValue document) || !document.has(name) || demanded.matches(document));
        }
    }
}
