package io.telamon.documents.expression;

import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.function.IntPredicate;

/** Comparisons of any two values in the order of all values, with the collation of the command. */
final class ComparisonOperators {
    private ComparisonOperators() {}

    static void register(OperatorTable table) {
        comparison(table, "$eq", order -> order == 0);
        comparison(table, "$ne", order -> order != 0);
        comparison(table, "$gt", order -> order > 0);
        comparison(table, "$gte", order -> order >= 0);
        comparison(table, "$lt", order -> order < 0);
        comparison(table, "$lte", order -> order <= 0);
        table.add("$cmp", (name, argument, parser) -> {
            ValueOrder order = parser.context().order();
            return FunctionExpression.of(
                    Arity.exactly(2, name, parser.arguments(argument)),
                    values -> new Int32Value(Integer.signum(compare(order, values))));
        });
    }

    private static void comparison(OperatorTable table, String name, IntPredicate test) {
        table.add(name, (_, argument, parser) -> {
            ValueOrder order = parser.context().order();
            return FunctionExpression.of(
                    Arity.exactly(2, name, parser.arguments(argument)),
                    values -> BooleanValue.of(test.test(compare(order, values))));
        });
    }

    private static int compare(ValueOrder order, Value[] values) {
        return order.compare(values[0], values[1]);
    }
}
