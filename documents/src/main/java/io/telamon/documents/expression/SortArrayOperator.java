package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.SortPattern;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code $sortArray}: the elements in the order of all values, or by fields. A null input gives null. */
final class SortArrayOperator {
    private SortArrayOperator() {}

    static void register(OperatorTable table) {
        table.add("$sortArray", SortArrayOperator::parse);
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 2942500, 2942501, List.of("input", "sortBy"));
        Expression input = named.required("input", 2942502, parser);
        Comparator<Value> comparator =
                comparator(named.required("sortBy", 2942503), parser.context().order());
        return FunctionExpression.of(List.of(input), values -> sort(values[0], comparator));
    }

    private static Comparator<Value> comparator(Value sortBy, ValueOrder order) {
        if (sortBy instanceof DocumentValue document) {
            return SortPattern.of(document, 2942505).comparator(order);
        }
        if (sortBy instanceof NumberValue direction) {
            double sign = direction.toDouble();
            if (sign != 1 && sign != -1) {
                throw new CommandException(2942506, "The $sort element value must be either 1 or -1");
            }
            return sign > 0 ? order : order.reversed();
        }
        throw new CommandException(2942507, "$sortArray requires 'sortBy' to be an object or 1 or -1");
    }

    private static Value sort(Value input, Comparator<Value> comparator) {
        if (input.isNullish()) {
            return NullValue.NULL;
        }
        List<Value> sorted = new ArrayList<>(
                ArrayOperators.array(input, 2942504, "$sortArray").values());
        sorted.sort(comparator);
        return ArrayValue.of(sorted);
    }
}
