package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has mongo-java-server evaluate one operator on values. It would evaluate the values as well, so they go as literals, and the result in a list. */
final class Native {

    private Native() {}

    /** The result of an operator for operands. */
    static @Nullable Object apply(String operator, List<? extends @Nullable Object> operands) {
        return operand(operator, operands.stream().map(Native::literal).toList());
    }

    /** The result of an operator for what stands behind its name, as mongo-java-server reads it. */
    static @Nullable Object operand(String operator, Object operand) {
        Document once = new Document("input", List.of(0)).append("in", new Document(operator, operand));
        Object results = Expression.evaluateDocument(new Document("$map", once), new Document());
        Object result = ((List<?>) Objects.requireNonNull(results)).getFirst();
        return result instanceof Collection<?> values && !(values instanceof List) ? new ArrayList<>(values) : result;
    }

    static Document literal(@Nullable Object value) {
        return new Document("$literal", value);
    }
}
