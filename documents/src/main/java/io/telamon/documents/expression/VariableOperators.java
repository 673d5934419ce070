package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code $let}: an expression that sees more variables. */
final class VariableOperators {
    private VariableOperators() {}

    static void register(OperatorTable table) {
        table.add("$let", VariableOperators::let);
    }

    private static Expression let(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 16874, 16875, List.of("vars", "in"));
        Value variables = named.required("vars", 16876);
        Value in = named.required("in", 16877);
        if (!(variables instanceof DocumentValue document)) {
            int code = variables instanceof ArrayValue ? ErrorCode.FAILED_TO_PARSE.code() : 10065;
            throw new CommandException(code, "invalid parameter: expected an object (vars)");
        }
        ExpressionParser inner = parser;
        List<Expression> values = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        for (Element element : document) {
            VariableNames.checkDefinition(element.name());
            values.add(parser.parse(element.value()));
            inner = inner.with(element.name());
            slots.add(inner.slot(element.name()));
        }
        Expression result = inner.parse(in);
        if (result.isConstant() || result instanceof Failure) {
            return result;
        }
        return Constants.orFailure(new Let(values, slots, result), values);
    }

    private record Let(List<Expression> values, List<Integer> slots, Expression in) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            Value[] results = new Value[values.size()];
            for (int i = 0; i < results.length; i++) {
                results[i] = values.get(i).evaluate(variables);
            }
            for (int i = 0; i < results.length; i++) {
                variables.set(slots.get(i), results[i]);
            }
            return in.evaluate(variables);
        }
    }
}
