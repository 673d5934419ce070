package io.telamon.documents.expression;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberSum;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Accumulators of groups as expressions: over their arguments, or over the elements of an array that is the only one. What
 * is no number is skipped by those that compute; null and missing are skipped by {@code $min} and {@code $max}.
 */
final class AccumulatorOperators {
    private AccumulatorOperators() {}

    static void register(OperatorTable table) {
        table.variadic("$sum", arguments -> sum(elements(arguments)));
        table.variadic("$avg", arguments -> average(elements(arguments)));
        table.variadic("$stdDevPop", arguments -> deviation(elements(arguments), 0));
        table.variadic("$stdDevSamp", arguments -> deviation(elements(arguments), 1));
        extreme(table, "$max", true);
        extreme(table, "$min", false);
    }

    private static List<Value> elements(Value[] arguments) {
        return arguments.length == 1 && arguments[0] instanceof ArrayValue array
                ? array.values()
                : Arrays.asList(arguments);
    }

    private static Value sum(List<Value> values) {
        NumberSum sum = new NumberSum();
        for (Value value : values) {
            if (value instanceof NumberValue number) {
                sum.add(number);
            }
        }
        return sum.result();
    }

    private static Value average(List<Value> values) {
        NumberSum sum = new NumberSum();
        for (Value value : values) {
            if (value instanceof NumberValue number) {
                sum.add(number instanceof Decimal128Value ? number : new DoubleValue(number.toDouble()));
            }
        }
        return sum.count() == 0 ? NullValue.NULL : sum.average();
    }

    private static Value deviation(List<Value> values, int less) {
        long count = 0;
        double mean = 0;
        double squares = 0;
        for (Value value : values) {
            if (value instanceof NumberValue number) {
                count++;
                double delta = number.toDouble() - mean;
                mean += delta / count;
                squares += delta * (number.toDouble() - mean);
            }
        }
        return count <= less ? NullValue.NULL : new DoubleValue(Math.sqrt(squares / (count - less)));
    }

    private static void extreme(OperatorTable table, String name, boolean largest) {
        table.add(name, (_, argument, parser) -> {
            ValueOrder order = parser.context().order();
            return FunctionExpression.of(
                    parser.arguments(argument), values -> extreme(elements(values), order, largest));
        });
    }

    private static Value extreme(List<Value> values, ValueOrder order, boolean largest) {
        Value best = NullValue.NULL;
        for (Value value : values) {
            if (value.isNullish()) {
                continue;
            }
            int comparison = best == NullValue.NULL ? 0 : order.compare(value, best);
            if (best == NullValue.NULL || (largest ? comparison > 0 : comparison < 0)) {
                best = value;
            }
        }
        return best;
    }
}
