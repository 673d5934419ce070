package io.telamon.engine.embedded.filter;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes equality with a document as {@code $eq}. mongo-java-server takes a document without operators for a list of conditions where the value
 * is not a document itself, so that {@code {f: {}}} would match everything.
 */
public final class DocumentEquality {

    private static final Set<String> COMBINATIONS = Set.of("$and", "$or", "$nor");
    private static final Set<String> REFERENCE = Set.of("$ref", "$id", "$db");
    private static final String EQUAL = "$eq";
    private static final String NONE = "$nor";
    private static final String TYPE = "$type";

    private DocumentEquality() {}

    /** A filter that means the same. One that was written so already comes back equal. */
    public static Document inFilter(Document filter) {
        Document written = new Document();
        List<Object> none = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> field : filter.entrySet()) {
            String name = field.getKey();
            @Nullable Object value = field.getValue();
            if (COMBINATIONS.contains(name)) {
                written.put(name, each(value));
            } else if (name.startsWith("$")) {
                written.put(name, value);
            } else {
                field(name, withoutUnequal(name, value, none), written);
            }
        }
        if (!none.isEmpty()) {
            if (written.get(NONE) instanceof Collection<?> others) {
                none.addAll(others);
            }
            written.put(NONE, none);
        }
        return written;
    }

    private static @Nullable Object each(@Nullable Object filters) {
        return filters instanceof Collection<?> list
                ? list.stream()
                        .map(one -> one instanceof Document filter ? inFilter(filter) : one)
                        .toList()
                : filters;
    }

    private static void field(String name, @Nullable Object value, Document written) {
        if (!(value instanceof Document operators) || !operators.isEmpty()) {
            written.put(name, inCondition(value));
        }
    }

    /** Takes {@code $ne} with a document out: mongo-java-server takes it for conditions if the path leads through an array. */
    private static @Nullable Object withoutUnequal(String name, @Nullable Object value, List<Object> none) {
        if (!(value instanceof Document operators)) {
            return value;
        }
        if (!isOperators(operators)) {
            return new Document(EQUAL, operators);
        }
        if (!(operators.get("$ne") instanceof Document unwanted)) {
            return value;
        }
        none.add(new Document(name, new Document(EQUAL, unwanted)));
        Document rest = operators.clone();
        rest.remove("$ne");
        return rest;
    }

    /** A condition on one field, or on the elements of one array, that means the same. */
    public static @Nullable Object inCondition(@Nullable Object condition) {
        if (!(condition instanceof Document operators)) {
            return condition;
        }
        if (!isOperators(operators)) {
            return new Document(EQUAL, operators);
        }
        Document written = new Document();
        operators.forEach((name, value) -> written.put(name, inOperator(name, value)));
        return written;
    }

    private static @Nullable Object inOperator(String name, @Nullable Object value) {
        return switch (name) {
            case "$not" -> not(value);
            case "$elemMatch" -> value instanceof Document condition ? inElements(condition) : value;
            case "$all" ->
                value instanceof Collection<?> values
                        ? values.stream().map(DocumentEquality::inCondition).toList()
                        : value;
            default -> value;
        };
    }

    private static @Nullable Object not(@Nullable Object value) {
        if (value instanceof Document operators && !isOperators(operators)) {
            throw CommandErrors.badValue(
                    operators.isEmpty()
                            ? "$not cannot be empty"
                            : "unknown operator: "
                                    + operators.keySet().iterator().next());
        }
        return inCondition(value);
    }

    /** Conditions on fields hold for elements that have fields only. */
    private static @Nullable Object inElements(Document condition) {
        if (condition.containsKey(TYPE) || (isOperators(condition) && !combines(condition))) {
            return inCondition(condition);
        }
        Document typed = new Document(TYPE, combines(condition) ? "object" : List.of("object", "array"));
        typed.putAll(inFilter(condition));
        return typed;
    }

    private static boolean combines(Document condition) {
        return condition.keySet().stream().anyMatch(COMBINATIONS::contains);
    }

    /** What {@code $pull} takes out: a filter for elements that are documents, or a condition. */
    public static @Nullable Object ofElementsToPull(@Nullable Object condition) {
        if (!(condition instanceof Document document) || isOperators(document)) {
            return inCondition(condition);
        }
        Document typed = new Document(TYPE, "object");
        typed.putAll(inFilter(document));
        return typed;
    }

    /** Whether a document is conditions, not a value. */
    public static boolean isOperators(Document document) {
        return document.keySet().stream()
                .findFirst()
                .filter(name -> name.startsWith("$") && !REFERENCE.contains(name))
                .isPresent();
    }
}
