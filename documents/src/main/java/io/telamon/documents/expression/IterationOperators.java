package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $map}, {@code $filter} and {@code $reduce}. A null or missing input gives null, other types are errors. */
final class IterationOperators {
    private static final String THIS = "this";

    private IterationOperators() {}

    static void register(OperatorTable table) {
        table.add("$map", IterationOperators::map);
        table.add("$filter", IterationOperators::filter);
        table.add("$reduce", IterationOperators::reduce);
    }

    private static String variable(Named named) {
        if (!named.has("as")) {
            return THIS;
        }
        String name = named.raw("as") instanceof StringValue string ? string.text() : "";
        VariableNames.checkDefinition(name);
        return name;
    }

    private static Expression map(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 16878, 16879, List.of("input", "as", "in"));
        Expression input = named.required("input", 16880, parser);
        String variable = variable(named);
        ExpressionParser inner = parser.with(variable);
        Expression in = named.required("in", 16882, inner);
        return Constants.orFailure(new MapExpression(input, inner.slot(variable), in), List.of(input, in));
    }

    private record MapExpression(Expression input, int slot, Expression in) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            Value value = input.evaluate(variables);
            if (value.isNullish()) {
                return NullValue.NULL;
            }
            List<Value> elements = ArrayOperators.array(value, 16883, "$map").values();
            List<Value> results = new ArrayList<>(elements.size());
            for (Value element : elements) {
                variables.set(slot, element);
                Value result = in.evaluate(variables);
                results.add(result == MissingValue.MISSING ? NullValue.NULL : result);
            }
            return ArrayValue.of(results);
        }
    }

    private static Expression filter(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 28646, 28647, List.of("input", "as", "cond", "limit"));
        Expression input = named.required("input", 28648, parser);
        String variable = variable(named);
        ExpressionParser inner = parser.with(variable);
        Expression condition = named.required("cond", 28650, inner);
        Expression limit = named.has("limit") ? named.optional("limit", parser) : null;
        return Constants.orFailure(
                new FilterExpression(input, inner.slot(variable), condition, limit), List.of(input, condition));
    }

    private record FilterExpression(
            Expression input,
            int slot,
            Expression condition,
            @Nullable Expression limit) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            Value value = input.evaluate(variables);
            if (value.isNullish()) {
                return NullValue.NULL;
            }
            List<Value> elements = ArrayOperators.array(value, 28651, "$filter").values();
            int bound = limit == null ? Integer.MAX_VALUE : bound(limit.evaluate(variables));
            List<Value> results = new ArrayList<>();
            for (Value element : elements) {
                variables.set(slot, element);
                if (condition.evaluate(variables).isTruthy()) {
                    results.add(element);
                    if (results.size() >= bound) {
                        break;
                    }
                }
            }
            return ArrayValue.of(results);
        }

        private static int bound(Value limit) {
            if (limit.isNullish()) {
                return Integer.MAX_VALUE;
            }
            if (!(limit instanceof NumberValue number)
                    || !number.isLong()
                    || number.toLong() != (int) number.toLong()) {
                throw new CommandException(
                        327391, "$filter: limit must be represented as a 32-bit integral value: " + limit);
            }
            if (number.toLong() < 1) {
                throw new CommandException(327392, "$filter: limit must be greater than 0, found: " + limit);
            }
            return (int) number.toLong();
        }
    }

    private static Expression reduce(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 40075, 40076, List.of("input", "initialValue", "in"));
        Expression input = named.required("input", 40077, parser);
        Expression initial = named.required("initialValue", 40078, parser);
        ExpressionParser inner = parser.with(THIS).with("value");
        Expression in = named.required("in", 40079, inner);
        return Constants.orFailure(
                new ReduceExpression(input, initial, inner.slot(THIS), inner.slot("value"), in),
                List.of(input, initial, in));
    }

    private record ReduceExpression(Expression input, Expression initial, int element, int result, Expression in)
            implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            Value value = input.evaluate(variables);
            if (value.isNullish()) {
                return NullValue.NULL;
            }
            List<Value> elements = ArrayOperators.array(value, 40080, "$reduce").values();
            Value accumulated = initial.evaluate(variables);
            for (Value each : elements) {
                variables.set(element, each);
                variables.set(result, accumulated);
                accumulated = in.evaluate(variables);
            }
            return accumulated;
        }
    }
}
