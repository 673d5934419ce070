package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators that evaluate an operand only if need be, or once for each element. */
final class LazyOperators {

    private static final Set<String> NAMES = Set.of("$cond", "$and", "$or", "$ifNull", "$map", "$filter", "$reduce");

    private final Evaluator evaluator;

    LazyOperators(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    boolean has(String name) {
        return NAMES.contains(name);
    }

    @Nullable
    Object evaluate(String name, @Nullable Object operand, VariableScope scope) {
        return switch (name) {
            case "$cond" -> cond(operand, scope);
            case "$and" -> until(false, operand, scope);
            case "$or" -> until(true, operand, scope);
            case "$ifNull" -> ifNull(operand, scope);
            case "$map" -> map(Evaluator.fields(name, operand, 16878), scope);
            case "$filter" -> filter(Evaluator.fields(name, operand, 28646), scope);
            default -> reduce(Evaluator.fields(name, operand, 40075), scope);
        };
    }

    private @Nullable Object cond(@Nullable Object operand, VariableScope scope) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (operand instanceof Document fields) {
            check("$cond", fields, 17080, List.of("if", "then", "else"), 17083, Set.of());
            parts.add(fields.get("if"));
            parts.add(fields.get("then"));
            parts.add(fields.get("else"));
        } else if (operand instanceof Collection<?> values) {
            parts.addAll(values);
        }
        if (parts.size() != 3) {
            throw Evaluator.wrongNumber("$cond", 3, parts.size());
        }
        return evaluator.evaluate(
                Utils.isTrue(evaluator.evaluate(parts.getFirst(), scope)) ? parts.get(1) : parts.getLast(), scope);
    }

    private boolean until(boolean decides, @Nullable Object operand, VariableScope scope) {
        for (Object each : operand instanceof Collection<?> values ? values : singleton(operand)) {
            if (Utils.isTrue(evaluator.evaluate(each, scope)) == decides) {
                return decides;
            }
        }
        return !decides;
    }

    private static List<@Nullable Object> singleton(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(value);
        return list;
    }

    private @Nullable Object ifNull(@Nullable Object operand, VariableScope scope) {
        if (!(operand instanceof Collection<?> values) || values.size() < 2) {
            throw new MongoServerError(
                    1257300,
                    "$ifNull needs at least two arguments, had: "
                            + (operand instanceof Collection<?> v ? v.size() : 1));
        }
        Object result = null;
        for (Object each : values) {
            result = evaluator.evaluate(each, scope);
            if (!Missing.isNullOrMissing(result)) {
                return result;
            }
        }
        return result;
    }

    private @Nullable Object map(Document fields, VariableScope scope) {
        check("$map", fields, 16882, List.of("input", "in"), 16879, Set.of("as"));
        Collection<?> input = input("$map", fields, scope, 16883);
        if (input == null) {
            return null;
        }
        evaluator.take(Sizes.shallow(input));
        VariableScope inner = scope.open();
        String name = variable(fields);
        List<@Nullable Object> result = new ArrayList<>();
        for (Object element : input) {
            inner.variables().put(name, element);
            result.add(Evaluator.present(evaluator.evaluate(fields.get("in"), inner)));
        }
        return evaluator.made(result);
    }

    private @Nullable Object filter(Document fields, VariableScope scope) {
        check("$filter", fields, 28648, List.of("input", "cond"), 28647, Set.of("as"));
        Collection<?> input = input("$filter", fields, scope, 28651);
        if (input == null) {
            return null;
        }
        evaluator.take(Sizes.shallow(input));
        VariableScope inner = scope.open();
        String name = variable(fields);
        List<@Nullable Object> result = new ArrayList<>();
        for (Object element : input) {
            inner.variables().put(name, element);
            if (Utils.isTrue(evaluator.evaluate(fields.get("cond"), inner))) {
                result.add(element);
            }
        }
        return result;
    }

    private @Nullable Object reduce(Document fields, VariableScope scope) {
        check("$reduce", fields, 40079, List.of("input", "initialValue", "in"), 40076, Set.of());
        Object value = evaluator.evaluate(fields.get("initialValue"), scope);
        Collection<?> input = input("$reduce", fields, scope, 40080);
        if (input == null) {
            return null;
        }
        VariableScope inner = scope.open();
        for (Object element : input) {
            inner.variables().put("this", element);
            inner.variables().put("value", value);
            value = evaluator.evaluate(fields.get("in"), inner);
        }
        return value;
    }

    private @Nullable Collection<?> input(String name, Document fields, VariableScope scope, int code) {
        Object input = evaluator.evaluate(fields.get("input"), scope);
        if (Missing.isNullOrMissing(input)) {
            return null;
        }
        if (input instanceof Collection<?> values) {
            return values;
        }
        throw new MongoServerError(code, "input to " + name + " must be an array not " + Utils.describeType(input));
    }

    private static String variable(Document fields) {
        Object name = fields.getOrDefault("as", "this");
        if (name instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new MongoServerError(16866, "empty variable names are not allowed");
    }

    static void check(
            String name, Document fields, int missing, List<String> needed, int unknown, Set<String> optional) {
        for (String field : needed) {
            if (!fields.containsKey(field)) {
                throw new MongoServerError(missing, "Missing '" + field + "' parameter to " + name);
            }
        }
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            if (!needed.contains(field.getKey()) && !optional.contains(field.getKey())) {
                throw new MongoServerError(unknown, "Unrecognized parameter to " + name + ": " + field.getKey());
            }
        }
    }
}
