package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;

/** Whole arrays: joining, reversing, counting, numbers in a range, membership. Null and missing give null unless told. */
final class ArrayOperators {
    private static final int MAX_RANGE = 6_500_000;

    private ArrayOperators() {}

    static void register(OperatorTable table) {
        table.variadic("$concatArrays", ArrayOperators::concat);
        table.unary("$isArray", value -> BooleanValue.of(value instanceof ArrayValue));
        table.unary("$size", ArrayOperators::size);
        table.unary("$reverseArray", Args.nullOr(ArrayOperators::reverse));
        table.range("$range", 2, 3, ArrayOperators::range);
        table.add("$in", (name, argument, parser) -> {
            ValueOrder order = parser.context().order();
            return FunctionExpression.of(
                    Arity.exactly(2, name, parser.arguments(argument)), values -> in(order, values));
        });
    }

    /** The array, or the error of a code. */
    static ArrayValue array(Value value, int code, String name) {
        if (value instanceof ArrayValue array) {
            return array;
        }
        throw new CommandException(
                code, name + " requires an array, found: " + value.type().alias());
    }

    private static Value concat(Value[] arguments) {
        List<Value> all = new ArrayList<>();
        for (Value argument : arguments) {
            if (argument.isNullish()) {
                return NullValue.NULL;
            }
            all.addAll(array(argument, 28664, "$concatArrays").values());
        }
        return ArrayValue.of(all);
    }

    private static Value size(Value value) {
        return new Int32Value(array(value, 17124, "$size").size());
    }

    private static Value reverse(Value value) {
        return ArrayValue.of(array(value, 34435, "$reverseArray").values().reversed());
    }

    private static Value range(Value[] arguments) {
        int start = Args.int32(arguments[0], 34443, 34444, "$range");
        int end = Args.int32(arguments[1], 34445, 34446, "$range");
        int step = arguments.length < 3 ? 1 : Args.int32(arguments[2], 34447, 34448, "$range");
        if (step == 0) {
            throw new CommandException(34449, "$range requires a non-zero step value");
        }
        List<Value> numbers = new ArrayList<>();
        for (long i = start; step > 0 ? i < end : i > end; i += step) {
            if (numbers.size() >= MAX_RANGE) {
                throw new CommandException(146, "$range would use too much memory");
            }
            numbers.add(new Int32Value((int) i));
        }
        return ArrayValue.of(numbers);
    }

    private static Value in(ValueOrder order, Value[] arguments) {
        for (Value element : array(arguments[1], 40081, "$in").values()) {
            if (order.same(arguments[0], element)) {
                return BooleanValue.TRUE;
            }
        }
        return BooleanValue.FALSE;
    }
}
