package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code $zip}: arrays turned into arrays of their elements at each position. An input that is null gives null. */
final class ZipOperator {
    private ZipOperator() {}

    static void register(OperatorTable table) {
        table.add("$zip", ZipOperator::parse);
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 34460, 34464, List.of("inputs", "useLongestLength", "defaults"));
        List<Expression> inputs = list(named, "inputs", 34461, parser);
        List<Expression> defaults = list(named, "defaults", 34462, parser);
        Value longest = named.raw("useLongestLength");
        if (longest != MissingValue.MISSING && !(longest instanceof BooleanValue)) {
            throw new CommandException(34463, "useLongestLength must be a bool, found " + longest.type());
        }
        if (inputs.isEmpty()) {
            throw new CommandException(34465, "$zip requires at least one input array");
        }
        boolean useLongest = longest == BooleanValue.TRUE;
        if (!useLongest && named.has("defaults")) {
            throw new CommandException(34466, "cannot specify defaults unless useLongestLength is true");
        }
        if (!defaults.isEmpty() && defaults.size() != inputs.size()) {
            throw new CommandException(34467, "defaults and inputs must have the same length");
        }
        int count = inputs.size();
        List<Expression> operands = new ArrayList<>(inputs);
        operands.addAll(defaults);
        return FunctionExpression.of(operands, values -> zip(values, count, useLongest));
    }

    private static List<Expression> list(Named named, String argument, int code, ExpressionParser parser) {
        Value value = named.raw(argument);
        if (value == MissingValue.MISSING) {
            return List.of();
        }
        return parser.arguments(ArrayOperators.array(value, code, "$zip"));
    }

    private static Value zip(Value[] values, int count, boolean longest) {
        int length = longest ? 0 : Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            if (values[i].isNullish()) {
                return NullValue.NULL;
            }
            int size = ArrayOperators.array(values[i], 34468, "$zip").size();
            length = longest ? Math.max(length, size) : Math.min(length, size);
        }
        List<Value> rows = new ArrayList<>(length);
        for (int row = 0; row < length; row++) {
            List<Value> columns = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Value element = ((ArrayValue) values[i]).get(row);
                Value otherwise = values.length > count ? values[count + i] : NullValue.NULL;
                columns.add(
                        element != MissingValue.MISSING
                                ? element
                                : otherwise == MissingValue.MISSING ? NullValue.NULL : otherwise);
            }
            rows.add(ArrayValue.of(columns));
        }
        return ArrayValue.of(rows);
    }
}
