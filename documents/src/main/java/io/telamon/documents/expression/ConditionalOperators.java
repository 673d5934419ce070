package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code $cond}, {@code $ifNull} and {@code $switch}: only the operand that is chosen is evaluated. */
final class ConditionalOperators {
    private static final List<String> COND = List.of("if", "then", "else");

    private ConditionalOperators() {}

    static void register(OperatorTable table) {
        table.add("$cond", ConditionalOperators::cond);
        table.add("$ifNull", ConditionalOperators::ifNull);
        table.add("$switch", ConditionalOperators::parseSwitch);
    }

    private static Expression cond(String name, Value argument, ExpressionParser parser) {
        if (!(argument instanceof DocumentValue)) {
            List<Expression> operands = Arity.exactly(3, name, parser.arguments(argument));
            return choice(operands.get(0), operands.get(1), operands.get(2));
        }
        Named named = Named.of(name, argument, 17083, 17083, COND);
        Expression condition = named.required("if", 17080, parser);
        Expression then = named.required("then", 17081, parser);
        return choice(condition, then, named.required("else", 17082, parser));
    }

    private static Expression choice(Expression condition, Expression then, Expression otherwise) {
        Expression choice =
                Constants.orFailure(new Choice(condition, then, otherwise), List.of(condition, then, otherwise));
        if (condition instanceof Constant constant && !(choice instanceof Failure)) {
            return constant.value().isTruthy() ? then : otherwise;
        }
        return choice;
    }

    private record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            return (condition.evaluate(variables).isTruthy() ? then : otherwise).evaluate(variables);
        }
    }

    private static Expression ifNull(String name, Value argument, ExpressionParser parser) {
        List<Expression> operands = parser.arguments(argument);
        if (operands.size() < 2) {
            throw new CommandException(1257300, name + " needs at least two arguments, had: " + operands.size());
        }
        Coalesce expression = new Coalesce(operands);
        return Constants.foldWhenAllConstant(expression, operands);
    }

    private record Coalesce(List<Expression> operands) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            for (int i = 0; i < operands.size() - 1; i++) {
                Value value = operands.get(i).evaluate(variables);
                if (!value.isNullish()) {
                    return value;
                }
            }
            return operands.getLast().evaluate(variables);
        }
    }

    private static Expression parseSwitch(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 40060, 40067, List.of("branches", "default"));
        Value branches = named.raw("branches");
        List<Expression> cases = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        if (named.has("branches")) {
            if (!(branches instanceof ArrayValue array)) {
                throw new CommandException(40061, "$switch expected an array for 'branches'");
            }
            for (Value branch : array.values()) {
                Named parts = Named.of(name, branch, 40062, 40063, List.of("case", "then"));
                cases.add(parts.required("case", 40064, parser));
                results.add(parts.required("then", 40065, parser));
            }
        }
        Expression otherwise = named.has("default") ? named.optional("default", parser) : null;
        if (cases.isEmpty()) {
            throw new CommandException(40068, "$switch requires at least one branch");
        }
        return Switch.of(cases, results, otherwise);
    }
}
