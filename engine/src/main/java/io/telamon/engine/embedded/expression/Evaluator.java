package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions over documents. Names, operands and memory are its own; what an operator makes of its operands is mostly
 * mongo-java-server's. What a document's expressions made counts against the limits until the next document comes.
 *
 * <h2>Threads</h2>
 *
 * Used by one thread at a time.
 */
public final class Evaluator {

    /** Operators whose operand is not evaluated as a whole before. */
    private static final Set<String> LITERALS = Set.of("$literal", "$const");

    private final ExpressionLimits limits;
    private final LazyOperators lazy = new LazyOperators(this);
    private final BoundedOperators bounded = new BoundedOperators(this);
    private final NamedOperands named = new NamedOperands(this);
    private final LogicalSizes sizes = new LogicalSizes();
    private long taken;

    /** Keeps to these limits. */
    public Evaluator(ExpressionLimits limits) {
        this.limits = limits;
    }

    /** The value of an expression for one document, whose memory nobody counts afterwards. */
    public static @Nullable Object once(@Nullable Object expression, Document root) {
        Evaluator evaluator = new Evaluator(ExpressionLimits.current());
        try {
            return evaluator.evaluate(expression, VariableScope.of(root));
        } finally {
            evaluator.release();
        }
    }

    /** Gives back the memory of what was evaluated: it is not needed any more, or counted elsewhere. */
    public void release() {
        limits.giveBack(taken);
        taken = 0;
        sizes.clear();
    }

    /** Takes memory for something that is about to be made. */
    void take(long bytes) {
        limits.take(bytes);
        taken += bytes;
    }

    /** A value that was made of others, checked for its size. */
    <T extends @Nullable Object> T made(T value) {
        sizes.count(value);
        return value;
    }

    void checkTime() {
        limits.checkTime();
    }

    /**
     * The value of an expression, {@link Missing} if it has none.
     *
     * @throws MongoServerError if the expression cannot be evaluated, or takes too much memory or time
     */
    public @Nullable Object evaluate(@Nullable Object expression, VariableScope scope) {
        return switch (expression) {
            case null -> null;
            case String text when text.length() > 1 && text.startsWith("$") -> path(text, scope);
            case Document document -> document(document, scope);
            case Collection<?> values -> list(values, scope);
            default -> expression;
        };
    }

    private @Nullable Object path(String text, VariableScope scope) {
        if (!text.startsWith("$$")) {
            return counted(Paths.get(scope.root(), Paths.split(text.substring(1))));
        }
        List<String> names = Paths.split(text.substring(2));
        return counted(Paths.get(scope.variable(names.getFirst()), names.subList(1, names.size())));
    }

    private @Nullable Object counted(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            take(Sizes.shallow(values));
        }
        return value;
    }

    private List<@Nullable Object> list(Collection<?> values, VariableScope scope) {
        take(Sizes.shallow(values));
        List<@Nullable Object> evaluated = new ArrayList<>(values.size());
        for (Object value : values) {
            evaluated.add(present(evaluate(value, scope)));
        }
        return made(evaluated);
    }

    static @Nullable Object present(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }

    private @Nullable Object document(Document expression, VariableScope scope) {
        String first =
                expression.isEmpty() ? "" : expression.keySet().iterator().next();
        if (!first.startsWith("$")) {
            return object(expression, scope);
        }
        if (expression.size() > 1) {
            throw new MongoServerError(
                    15983, "An object representing an expression must have exactly one field: " + expression);
        }
        return operator(first, expression.get(first), scope);
    }

    private Document object(Document fields, VariableScope scope) {
        take(Sizes.shallow(fields));
        Document evaluated = new Document();
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            Object value = evaluate(field.getValue(), scope);
            if (!(value instanceof Missing)) {
                evaluated.put(field.getKey(), value);
            }
        }
        return made(evaluated);
    }

    private @Nullable Object operator(String name, @Nullable Object operand, VariableScope scope) {
        checkTime();
        if (LITERALS.contains(name)) {
            return operand;
        }
        if (lazy.has(name)) {
            return lazy.evaluate(name, operand, scope);
        }
        if (named.has(name)) {
            return named.evaluate(name, operand, scope);
        }
        ExpressionNames.check(name);
        return applied(name, operands(operand, scope));
    }

    /** What an operator makes of its operands. */
    @Nullable
    Object applied(String name, List<@Nullable Object> operands) {
        if (bounded.has(name)) {
            return made(bounded.apply(name, operands));
        }
        Object result = Native.apply(name, operands);
        take(Sizes.shallow(result));
        return made(result);
    }

    /** The operands of an operator: those of a list, or a single one. */
    List<@Nullable Object> operands(@Nullable Object operand, VariableScope scope) {
        List<@Nullable Object> evaluated = new ArrayList<>();
        if (operand instanceof Collection<?> values) {
            for (Object value : values) {
                evaluated.add(evaluate(value, scope));
            }
        } else {
            evaluated.add(evaluate(operand, scope));
        }
        return evaluated;
    }

    /** The operand that has names. */
    static Document fields(String name, @Nullable Object operand, int code) {
        if (operand instanceof Document fields) {
            return fields;
        }
        throw new MongoServerError(code, name + " only supports an object as its argument");
    }

    static MongoServerError wrongNumber(String name, int wanted, int given) {
        return new MongoServerError(
                16020, "Expression " + name + " takes exactly " + wanted + " arguments. " + given + " were passed in.");
    }
}
