package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Arrays taken as sets. For {@code $setIntersection}, {@code $setUnion} and {@code $setDifference} null and missing give
 * null; for the others they are errors, as other types are for all.
 */
final class SetOperators {
    private SetOperators() {}

    static void register(OperatorTable table) {
        ordered(table, "$setEquals", 2, SetOperators::equal);
        ordered(table, "$setIntersection", 0, SetOperators::intersection);
        ordered(table, "$setUnion", 0, SetOperators::union);
        exact(table, "$setDifference", SetOperators::difference);
        exact(table, "$setIsSubset", SetOperators::isSubset);
        table.unary(
                "$allElementsTrue",
                value -> BooleanValue.of(ArrayOperators.array(value, 17040, "$allElementsTrue").values().stream()
                        .allMatch(Value::isTruthy)));
        table.unary(
                "$anyElementTrue",
                value -> BooleanValue.of(ArrayOperators.array(value, 17041, "$anyElementTrue").values().stream()
                        .anyMatch(Value::isTruthy)));
    }

    private interface SetFunction {
        Value apply(ValueOrder order, Value[] arguments);
    }

    private static void ordered(OperatorTable table, String name, int min, SetFunction function) {
        table.add(name, (_, argument, parser) -> {
            ValueOrder order = parser.context().order();
            List<Expression> operands = parser.arguments(argument);
            if (operands.size() < min) {
                throw new CommandException(17045, name + " needs at least two arguments had: " + operands.size());
            }
            return min == 0
                    ? FunctionExpression.commutative(operands, values -> function.apply(order, values))
                    : FunctionExpression.of(operands, values -> function.apply(order, values));
        });
    }

    private static void exact(OperatorTable table, String name, SetFunction function) {
        table.add(name, (_, argument, parser) -> {
            ValueOrder order = parser.context().order();
            List<Expression> operands = Arity.exactly(2, name, parser.arguments(argument));
            return FunctionExpression.of(operands, values -> function.apply(order, values));
        });
    }

    private static Set<Value> set(ValueOrder order, Value value, int code, String name) {
        Set<Value> set = new TreeSet<>(order);
        set.addAll(ArrayOperators.array(value, code, name).values());
        return set;
    }

    private static Value equal(ValueOrder order, Value[] arguments) {
        Set<Value> first = set(order, arguments[0], 17044, "$setEquals");
        boolean same = true;
        for (int i = 1; i < arguments.length; i++) {
            Set<Value> other = set(order, arguments[i], 17044, "$setEquals");
            same &= first.size() == other.size() && first.containsAll(other);
        }
        return BooleanValue.of(same);
    }

    private static Value intersection(ValueOrder order, Value[] arguments) {
        Set<Value> common = null;
        for (Value argument : arguments) {
            if (argument.isNullish()) {
                return NullValue.NULL;
            }
            Set<Value> other = set(order, argument, 17047, "$setIntersection");
            if (common == null) {
                common = other;
            } else {
                common.retainAll(other);
            }
        }
        return common == null ? ArrayValue.empty() : ArrayValue.of(new ArrayList<>(common));
    }

    private static Value union(ValueOrder order, Value[] arguments) {
        Set<Value> all = new TreeSet<>(order);
        for (Value argument : arguments) {
            if (argument.isNullish()) {
                return NullValue.NULL;
            }
            all.addAll(ArrayOperators.array(argument, 17043, "$setUnion").values());
        }
        return ArrayValue.of(new ArrayList<>(all));
    }

    private static Value difference(ValueOrder order, Value[] arguments) {
        if (Args.anyNullish(arguments)) {
            return NullValue.NULL;
        }
        ArrayValue left = ArrayOperators.array(arguments[0], 17048, "$setDifference");
        Set<Value> seen = set(order, arguments[1], 17049, "$setDifference");
        List<Value> rest = new ArrayList<>();
        for (Value element : left.values()) {
            if (seen.add(element)) {
                rest.add(element);
            }
        }
        return ArrayValue.of(rest);
    }

    private static Value isSubset(ValueOrder order, Value[] arguments) {
        ArrayValue left = ArrayOperators.array(arguments[0], 17046, "$setIsSubset");
        Set<Value> right = set(order, arguments[1], 17042, "$setIsSubset");
        return BooleanValue.of(right.containsAll(left.values()));
    }
}
