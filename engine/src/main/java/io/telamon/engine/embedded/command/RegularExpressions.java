package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes regular expressions in filters so that they match strings only: mongo-java-server would match the digits of numbers as well, pass
 * over operators that stand beside {@code $regex}, and store the expression itself when it upserts.
 */
final class RegularExpressions {

    private final Document kept = new Document();
    private final List<Document> clauses = new ArrayList<>();

    private RegularExpressions() {}

    /** A filter that means the same to MongoDB, and to mongo-java-server what it means to MongoDB. */
    static Document inStrings(Document filter) {
        RegularExpressions rewriting = new RegularExpressions();
        filter.forEach(rewriting::rewrite);
        if (!rewriting.clauses.isEmpty()) {
            if (rewriting.kept.get("$and") instanceof Collection<?> others) {
                others.forEach(other -> rewriting.clauses.add((Document) other));
            }
            rewriting.kept.put("$and", rewriting.clauses);
        }
        return rewriting.kept;
    }

    private void rewrite(String name, @Nullable Object value) {
        if (name.startsWith("$")
                && value instanceof List<?> filters
                && filters.stream().allMatch(Document.class::isInstance)) {
            kept.put(
                    name,
                    filters.stream().map(each -> inStrings((Document) each)).toList());
        } else if (name.startsWith("$")) {
            kept.put(name, value);
        } else if (isExpression(value)) {
            clauses.add(string(name, value));
        } else if (value instanceof Document operators) {
            operators(name, operators);
        } else {
            kept.put(name, value);
        }
    }

    private void operators(String field, Document operators) {
        Document rest = new Document();
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            Object value = operator.getValue();
            switch (operator.getKey()) {
                case "$regex" -> clauses.add(string(field, regex(value, operators.get("$options"))));
                case "$options" -> {}
                case "$not" -> not(field, value, rest);
                case "$in" -> in(field, "$or", operator, rest);
                case "$nin" -> in(field, "$nor", operator, rest);
                case "$all", "$elemMatch" -> rest.put(operator.getKey(), withoutExpression(operator.getKey(), value));
                default -> rest.put(operator.getKey(), value);
            }
        }
        if (!rest.isEmpty() || operators.isEmpty()) {
            kept.put(field, rest);
        }
    }

    private void not(String field, @Nullable Object value, Document rest) {
        if (isExpression(value) || (value instanceof Document operators && operators.containsKey("$regex"))) {
            clauses.add(new Document("$nor", List.of(inStrings(new Document(field, value)))));
        } else {
            rest.put("$not", value);
        }
    }

    /** {@code $in} with expressions is one of several; {@code $nin} none of them. */
    private void in(String field, String combination, Map.Entry<String, Object> operator, Document rest) {
        if (!(operator.getValue() instanceof Collection<?> values)
                || values.stream().noneMatch(RegularExpressions::isExpression)) {
            rest.put(operator.getKey(), operator.getValue());
            return;
        }
        List<Document> choices = new ArrayList<>();
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : values) {
            if (isExpression(value)) {
                choices.add(string(field, value));
            } else {
                plain.add(value);
            }
        }
        choices.add(new Document(field, new Document("$in", plain)));
        clauses.add(new Document(combination, choices));
    }

    private static Object withoutExpression(String name, @Nullable Object value) {
        if (value instanceof Collection<?> values && values.stream().anyMatch(RegularExpressions::isExpression)) {
            throw CommandErrors.notImplemented("the query operator " + name + " with a regular expression");
        }
        if (value instanceof Document condition) {
            if (condition.containsKey("$regex")) {
                throw CommandErrors.notImplemented("the query operator " + name + " with a regular expression");
            }
            return condition.keySet().stream().anyMatch(field -> field.startsWith("$"))
                    ? condition
                    : inStrings(condition);
        }
        return value == null ? new Document() : value;
    }

    private static Document string(String field, @Nullable Object expression) {
        Document pattern = new Document(field, regex(expression, null));
        return new Document("$and", List.of(new Document(field, new Document("$type", "string")), pattern));
    }

    /** As an operator, for an upsert would take the bare expression for a value. */
    private static Document regex(@Nullable Object expression, @Nullable Object options) {
        if (expression instanceof Document ready) {
            return ready;
        }
        if (expression instanceof BsonRegularExpression compiled) {
            String own = compiled.getOptions() == null ? "" : compiled.getOptions();
            return new Document("$regex", compiled.getPattern()).append("$options", options == null ? own : options);
        }
        return new Document("$regex", expression).append("$options", options == null ? "" : options);
    }

    private static boolean isExpression(@Nullable Object value) {
        return value instanceof BsonRegularExpression;
    }
}
