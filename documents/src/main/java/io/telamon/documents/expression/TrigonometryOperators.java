package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Arithmetic;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DecimalTrigonometry;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Numbers;
import io.telamon.documents.value.Value;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.bson.types.Decimal128;

/**
 * Trigonometry. Angles are radians; integers are taken as doubles, decimals are computed with 34 digits. Null and missing
 * give null; other types are error 28765, numbers outside of the domain 50989.
 */
final class TrigonometryOperators {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double LARGEST = Double.MAX_VALUE;

    private TrigonometryOperators() {}

    static void register(OperatorTable table) {
        bounded(table, "$sin", -LARGEST, LARGEST, Math::sin, DecimalTrigonometry::sin);
        bounded(table, "$cos", -LARGEST, LARGEST, Math::cos, DecimalTrigonometry::cos);
        bounded(table, "$tan", -LARGEST, LARGEST, Math::tan, DecimalTrigonometry::tan);
        bounded(table, "$asin", -1, 1, Math::asin, DecimalTrigonometry::asin);
        bounded(table, "$acos", -1, 1, Math::acos, DecimalTrigonometry::acos);
        bounded(table, "$acosh", 1, INFINITE, TrigonometryOperators::acosh, DecimalTrigonometry::acosh);
        bounded(table, "$atanh", -1, 1, TrigonometryOperators::atanh, DecimalTrigonometry::atanh);
        table.unary("$atan", LogarithmOperators.real("$atan", Math::atan, DecimalTrigonometry::atan));
        table.unary("$sinh", LogarithmOperators.real("$sinh", Math::sinh, DecimalTrigonometry::sinh));
        table.unary("$cosh", LogarithmOperators.real("$cosh", Math::cosh, DecimalTrigonometry::cosh));
        table.unary("$tanh", LogarithmOperators.real("$tanh", Math::tanh, DecimalTrigonometry::tanh));
        table.unary(
                "$asinh", LogarithmOperators.real("$asinh", TrigonometryOperators::asinh, DecimalTrigonometry::asinh));
        table.unary(
                "$degreesToRadians",
                LogarithmOperators.real("$degreesToRadians", d -> d * (Math.PI / 180), DecimalTrigonometry::radians));
        table.unary(
                "$radiansToDegrees",
                LogarithmOperators.real("$radiansToDegrees", r -> r * (180 / Math.PI), DecimalTrigonometry::degrees));
        table.binary("$atan2", TrigonometryOperators::atan2);
    }

    private static void bounded(
            OperatorTable table,
            String name,
            double min,
            double max,
            DoubleUnaryOperator doubles,
            UnaryOperator<Decimal128> decimals) {
        Function1 function = LogarithmOperators.real(name, doubles, decimals);
        table.unary(name, value -> {
            if (value instanceof NumberValue number && isOutside(number, min, max)) {
                throw new CommandException(50989, "cannot apply " + name + " to " + value);
            }
            return function.apply(value);
        });
    }

    private static boolean isOutside(NumberValue number, double min, double max) {
        if (number.isNaN()) {
            return false;
        }
        if (max == LARGEST) {
            return !number.isFinite();
        }
        return Numbers.compare(number, new DoubleValue(min)) < 0 || Numbers.compare(number, new DoubleValue(max)) > 0;
    }

    private static double acosh(double value) {
        return Double.isInfinite(value) ? value : Math.log(value + Math.sqrt(value * value - 1));
    }

    private static double asinh(double value) {
        if (Double.isInfinite(value) || value == 0) {
            return value;
        }
        double size = Math.abs(value);
        double result = Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
        return Math.copySign(size > 0x1p500 ? Math.log(size) + Math.log(2) : result, value);
    }

    private static double atanh(double value) {
        return value == 0 ? value : 0.5 * Math.log1p(2 * value / (1 - value));
    }

    private static Value atan2(Value y, Value x) {
        if (Args.anyNullish(y, x)) {
            return NullValue.NULL;
        }
        NumberValue first = Args.number(y, 51044, "$atan2");
        NumberValue second = Args.number(x, 51045, "$atan2");
        return Arithmetic.isDecimal(first, second)
                ? new Decimal128Value(DecimalTrigonometry.atan2(first.toDecimal(), second.toDecimal()))
                : new DoubleValue(Math.atan2(first.toDouble(), second.toDouble()));
    }
}
