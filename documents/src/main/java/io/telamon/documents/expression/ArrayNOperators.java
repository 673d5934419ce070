package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first, last, largest and smallest elements of an array. Null and missing inputs are errors. */
final class ArrayNOperators {
    private static final List<String> ARGUMENTS = List.of("n", "input");

    private ArrayNOperators() {}

    static void register(OperatorTable table) {
        table.add("$firstN", (name, argument, parser) -> of(name, argument, parser, ArrayNOperators::first));
        table.add("$lastN", (name, argument, parser) -> of(name, argument, parser, ArrayNOperators::last));
        table.add(
                "$maxN",
                (name, argument, parser) -> of(
                        name, argument, parser, sorted(parser.context().order().reversed())));
        table.add(
                "$minN",
                (name, argument, parser) ->
                        of(name, argument, parser, sorted(parser.context().order())));
    }

    /** Chooses up to n of values. */
    private interface Choice {
        List<Value> of(List<Value> values, int n);
    }

    private static Expression of(String name, Value argument, ExpressionParser parser, Choice choice) {
        Named named = Named.of(name, argument, 5787801, 5787901, ARGUMENTS);
        Expression n = named.required("n", 5787906, parser);
        Expression input = named.required("input", 5787907, parser);
        return FunctionExpression.of(List.of(n, input), values -> {
            ArrayValue array = ArrayOperators.array(values[1], 5788200, name);
            return ArrayValue.of(choice.of(array.values(), count(values[0], array.size())));
        });
    }

    /** The number of elements asked for, at most the size. */
    static int count(Value value, int size) {
        NumberValue number = Args.number(value, 5787902, "'n'");
        if (!number.isLong()) {
            throw new CommandException(5787903, "Value for 'n' must be of integral type, but found " + value);
        }
        if (number.toLong() <= 0) {
            throw new CommandException(5787908, "'n' must be greater than 0, found " + value);
        }
        return (int) Math.min(size, number.toLong());
    }

    private static List<Value> first(List<Value> values, int n) {
        return values.subList(0, n);
    }

    private static List<Value> last(List<Value> values, int n) {
        return values.subList(values.size() - n, values.size());
    }

    private static Choice sorted(Comparator<Value> order) {
        return (values, n) -> {
            List<Value> present = new ArrayList<>(values);
            present.removeIf(Value::isNullish);
            present.sort(order);
            return present.subList(0, Math.min(n, present.size()));
        };
    }
}
