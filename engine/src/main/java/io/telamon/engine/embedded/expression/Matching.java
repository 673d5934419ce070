package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether documents match filters. The expressions in them are evaluated here, the rest by mongo-java-server. */
public final class Matching {

    private static final String EXPRESSION = "$expr";
    private static final Set<String> COMBINATIONS = Set.of("$and", "$or", "$nor");

    private Matching() {}

    /** Whether a document matches a filter without variables. */
    public static boolean matches(Document document, Document filter) {
        return matches(document, filter, Map.of());
    }

    /** Whether a document matches a filter. */
    public static boolean matches(Document document, Document filter, Map<String, @Nullable Object> variables) {
        if (!hasExpression(filter)) {
            return new DefaultQueryMatcher().matches(document, filter);
        }
        Evaluator evaluator = new Evaluator(ExpressionLimits.current());
        try {
            Document resolved = resolve(filter, evaluator, new VariableScope(document, variables));
            return new DefaultQueryMatcher().matches(document, resolved);
        } finally {
            evaluator.release();
        }
    }

    /** Whether there is an expression in a filter. */
    public static boolean hasExpression(Document filter) {
        return filter.entrySet().stream().anyMatch(field -> hasExpression(field.getKey(), field.getValue()));
    }

    private static boolean hasExpression(String name, @Nullable Object value) {
        return name.equals(EXPRESSION)
                || (COMBINATIONS.contains(name)
                        && value instanceof Collection<?> filters
                        && filters.stream().anyMatch(one -> one instanceof Document filter && hasExpression(filter)));
    }

    private static Document resolve(Document filter, Evaluator evaluator, VariableScope scope) {
        Document resolved = new Document();
        filter.forEach((name, value) -> resolved.put(name, resolve(name, value, evaluator, scope)));
        return resolved;
    }

    private static @Nullable Object resolve(
            String name, @Nullable Object value, Evaluator evaluator, VariableScope scope) {
        if (name.equals(EXPRESSION)) {
            return Utils.isTrue(evaluator.evaluate(value, scope));
        }
        return COMBINATIONS.contains(name) && value instanceof Collection<?> filters
                ? filters.stream()
                        .map(one -> one instanceof Document inner ? resolve(inner, evaluator, scope) : one)
                        .toList()
                : value;
    }
}
