package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.Errors;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the expressions that mongo-java-server evaluates to something else than MongoDB. */
final class Expressions {

    private static final Set<String> REFUSED = Set.of("$dayOfWeek");

    /** mongo-java-server takes a missing field for null. */
    private static final Set<String> COMPARISONS = Set.of("$eq", "$ne", "$cmp", "$gte", "$lt");

    private Expressions() {}

    /** Looks for them anywhere but in literals. */
    static void check(@Nullable Object value) {
        if (value instanceof Document document) {
            document.forEach(Expressions::check);
        } else if (value instanceof Collection<?> values) {
            values.forEach(Expressions::check);
        }
    }

    private static void check(String name, @Nullable Object value) {
        if (REFUSED.contains(name)) {
            throw Errors.notImplemented("the expression " + name);
        }
        if (COMPARISONS.contains(name) && value instanceof List<?> operands && operands.contains(null)) {
            throw Errors.notImplemented("the expression " + name + " with null, which a missing field is not");
        }
        if (!name.equals("$literal")) {
            check(value);
        }
    }
}
