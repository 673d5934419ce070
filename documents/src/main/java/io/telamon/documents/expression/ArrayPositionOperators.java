package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.List;

/** Elements of arrays by position, and positions of elements. Null and missing give null. */
final class ArrayPositionOperators {
    private static final int NOT_ARRAY = 28689;

    private ArrayPositionOperators() {}

    static void register(OperatorTable table) {
        table.binary("$arrayElemAt", ArrayPositionOperators::elementAt);
        table.unary(
                "$first",
                Args.nullOr(v -> ArrayOperators.array(v, NOT_ARRAY, "$first").get(0)));
        table.unary("$last", Args.nullOr(ArrayPositionOperators::last));
        table.range("$slice", 2, 3, ArrayPositionOperators::slice);
        table.add("$indexOfArray", (name, argument, parser) -> {
            ValueOrder order = parser.context().order();
            return FunctionExpression.of(
                    Arity.between(2, 4, name, parser.arguments(argument)), values -> indexOf(order, values));
        });
    }

    private static Value last(Value value) {
        ArrayValue array = ArrayOperators.array(value, NOT_ARRAY, "$last");
        return array.get(array.size() - 1);
    }

    private static Value elementAt(Value array, Value index) {
        if (Args.anyNullish(array, index)) {
            return NullValue.NULL;
        }
        ArrayValue elements = ArrayOperators.array(array, NOT_ARRAY, "$arrayElemAt");
        long position = Args.int32(index, 28690, 28691, "$arrayElemAt");
        return elements.get((int) (position < 0 ? position + elements.size() : position));
    }

    private static Value slice(Value[] arguments) {
        if (Args.anyNullish(arguments[0], arguments[1])) {
            return NullValue.NULL;
        }
        ArrayValue array = ArrayOperators.array(arguments[0], 28724, "$slice");
        int first = Args.int32(arguments[1], 28725, 28726, "$slice");
        int size = array.size();
        if (arguments.length == 2) {
            int from = first >= 0 ? 0 : Math.max(0, size + first);
            return part(array, from, first >= 0 ? first : size);
        }
        if (arguments[2].isNullish()) {
            return NullValue.NULL;
        }
        int count = Args.int32(arguments[2], 28727, 28728, "$slice");
        if (count <= 0) {
            throw new CommandException(28729, "Third argument to $slice must be positive: " + count);
        }
        return part(array, first >= 0 ? first : Math.max(0, size + first), count);
    }

    private static Value part(ArrayValue array, int from, int count) {
        int start = Math.min(from, array.size());
        return ArrayValue.of(array.values().subList(start, (int) Math.min(array.size(), (long) start + count)));
    }

    private static Value indexOf(ValueOrder order, Value[] arguments) {
        if (arguments[0].isNullish()) {
            return NullValue.NULL;
        }
        List<Value> elements =
                ArrayOperators.array(arguments[0], 40090, "$indexOfArray").values();
        int start = arguments.length > 2 ? index(arguments[2], "$indexOfArray") : 0;
        int end = arguments.length > 3 ? index(arguments[3], "$indexOfArray") : elements.size();
        for (int i = start; i < Math.min(end, elements.size()); i++) {
            if (order.same(elements.get(i), arguments[1])) {
                return new Int32Value(i);
            }
        }
        return new Int32Value(-1);
    }

    /** An index that starts or ends a search: a whole number of 32 bits, not negative. */
    static int index(Value value, String name) {
        if (!(value instanceof NumberValue number) || !number.isLong() || number.toLong() != (int) number.toLong()) {
            throw new CommandException(40096, name + " requires an integral starting or ending index, found: " + value);
        }
        if (number.toLong() < 0) {
            throw new CommandException(
                    40097, name + " requires a nonnegative starting or ending index, found: " + value);
        }
        return (int) number.toLong();
    }
}
