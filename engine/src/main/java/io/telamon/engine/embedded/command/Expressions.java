package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.expression.ExpressionNames;
import io.telamon.engine.embedded.expression.Paths;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks expressions before a document is read: the names of operators, and paths. */
final class Expressions {

    private static final Set<String> LITERALS = Set.of("$literal", "$const");

    private Expressions() {}

    /**
     * Checks an expression and those in it.
     *
     * @throws MongoServerError 238 if MongoDB has an operator of it and this engine has not, 168 if nobody has, or another one if it is none
     */
    static void check(@Nullable Object expression) {
        switch (expression) {
            case String text
            when text.length() > 1 && text.startsWith("$") ->
                Paths.split(text.substring(text.startsWith("$$") ? 2 : 1));
            case Collection<?> values -> values.forEach(Expressions::check);
            case Document document -> checkDocument(document);
            case null, default -> {}
        }
    }

    private static void checkDocument(Document document) {
        String first = document.isEmpty() ? "" : document.keySet().iterator().next();
        if (!first.startsWith("$")) {
            document.values().forEach(Expressions::check);
            return;
        }
        if (document.size() > 1) {
            throw new MongoServerError(
                    15983, "An object representing an expression must have exactly one field: " + document);
        }
        ExpressionNames.check(first);
        if (!LITERALS.contains(first)) {
            check(document.get(first));
        }
    }

    /** Checks the expressions that the fields of a stage are computed by. */
    static void checkFields(Document fields, String stage) {
        for (String name : fields.keySet()) {
            if (name.startsWith("$")) {
                throw new MongoServerError(
                        16410, "Invalid " + stage + " :: caused by :: FieldPath field names may not start with '$'.");
            }
        }
        fields.values().forEach(Expressions::check);
    }
}
