package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names in an expression stand for.
 *
 * @param root the document whose fields they are
 * @param variables the values of variables, by name without dollar signs
 */
public record VariableScope(Document root, Map<String, @Nullable Object> variables) {

    /** The fields of a document. */
    public static VariableScope of(Document root) {
        return new VariableScope(root, Map.of());
    }

    /** The same with space for more variables. */
    VariableScope open() {
        return new VariableScope(root, new HashMap<>(variables));
    }

    @Nullable
    Object variable(String name) {
        if (variables.containsKey(name)) {
            return variables.get(name);
        }
        return switch (name) {
            case "ROOT", "CURRENT" -> root;
            case "NOW" -> Instant.now();
            case "REMOVE" -> Missing.getInstance();
            case "KEEP", "PRUNE", "DESCEND" -> "$$" + name;
            default -> throw new MongoServerError(17276, "Use of undefined variable: " + name);
        };
    }
}
