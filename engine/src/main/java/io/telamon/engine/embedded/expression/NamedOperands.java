package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ConversionFailureException;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators whose operands have names that mongo-java-server wants to read itself. */
final class NamedOperands {

    private static final Map<String, String> CONVERSIONS = Map.of(
            "double", "$toDouble",
            "string", "$toString",
            "objectId", "$toObjectId",
            "bool", "$toBool",
            "date", "$toDate",
            "int", "$toInt",
            "long", "$toLong");

    private static final Map<Integer, String> NUMBERED =
            Map.of(1, "double", 2, "string", 7, "objectId", 8, "bool", 9, "date", 16, "int", 18, "long");

    private final Evaluator evaluator;

    NamedOperands(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    boolean has(String name) {
        return name.equals("$dateToString") || name.equals("$convert");
    }

    @Nullable
    Object evaluate(String name, @Nullable Object operand, VariableScope scope) {
        return name.equals("$convert")
                ? convert(operand, scope)
                : dateToString(Evaluator.fields(name, operand, 18629), scope);
    }

    private @Nullable Object dateToString(Document fields, VariableScope scope) {
        Document evaluated = new Document();
        fields.forEach((field, expression) -> {
            Object value = Evaluator.present(evaluator.evaluate(expression, scope));
            evaluated.put(field, field.equals("format") ? value : Native.literal(value));
        });
        Object text = Native.operand("$dateToString", evaluated);
        evaluator.take(Sizes.shallow(text));
        return text;
    }

    private @Nullable Object convert(@Nullable Object operand, VariableScope scope) {
        if (!(operand instanceof Document fields)) {
            throw CommandErrors.failedToParse("$convert expects an object of named arguments");
        }
        LazyOperators.check("$convert", fields, 9, List.of("input", "to"), 9, Set.of("onError", "onNull"));
        Object input = evaluator.evaluate(fields.get("input"), scope);
        Object to = evaluator.evaluate(fields.get("to"), scope);
        if (to == null || to instanceof Missing) {
            return null;
        }
        if (Missing.isNullOrMissing(input)) {
            return evaluator.evaluate(fields.get("onNull"), scope);
        }
        try {
            return evaluator.applied(operator(to), operands(input));
        } catch (ConversionFailureException e) {
            if (fields.containsKey("onError")) {
                return evaluator.evaluate(fields.get("onError"), scope);
            }
            throw e;
        }
    }

    private static List<@Nullable Object> operands(@Nullable Object input) {
        List<@Nullable Object> operands = new ArrayList<>();
        operands.add(input);
        return operands;
    }

    private static String operator(Object to) {
        String type = to instanceof Number number ? NUMBERED.get(number.intValue()) : String.valueOf(to);
        String operator = type == null ? null : CONVERSIONS.get(type);
        if (operator == null) {
            throw CommandErrors.notImplemented("the expression $convert to " + to);
        }
        return operator;
    }
}
