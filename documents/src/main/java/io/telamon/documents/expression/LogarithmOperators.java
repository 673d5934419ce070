package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.Arithmetic;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DecimalArithmetic;
import io.telamon.documents.value.DecimalMath;
import io.telamon.documents.value.Decimals;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.bson.types.Decimal128;

/**
 * Powers, roots and logarithms. Integers are taken as doubles, decimals are computed with 34 digits. Null and missing give
 * null; other types are errors.
 */
final class LogarithmOperators {
    private LogarithmOperators() {}

    static void register(OperatorTable table) {
        table.unary("$exp", real("$exp", Math::exp, DecimalMath::exp));
        table.unary("$ln", Args.nullOr(v -> logarithm("$ln", 28766, v)));
        table.unary("$log10", Args.nullOr(v -> logarithm("$log10", 28761, v)));
        table.binary("$log", LogarithmOperators::log);
        table.unary("$sqrt", Args.nullOr(LogarithmOperators::sqrt));
        table.binary("$pow", LogarithmOperators::pow);
        table.add(
                "$sigmoid",
                (_, argument, parser) ->
                        FunctionExpression.of(List.of(parser.parse(argument)), arguments -> sigmoid(arguments[0])));
    }

    /** A function of doubles and of decimals. */
    static Function1 real(String name, DoubleUnaryOperator doubles, UnaryOperator<Decimal128> decimals) {
        return Args.nullOr(value -> Args.number(value, 28765, name) instanceof Decimal128Value decimal
                ? new Decimal128Value(decimals.apply(decimal.value()))
                : new DoubleValue(doubles.applyAsDouble(((NumberValue) value).toDouble())));
    }

    private static Value logarithm(String name, int code, Value value) {
        NumberValue number = Args.number(value, 28765, name);
        if (!number.isNaN() && !isPositive(number)) {
            throw new CommandException(code, name + "'s argument must be a positive number, but is " + value);
        }
        boolean natural = name.equals("$ln");
        if (number instanceof Decimal128Value decimal) {
            return new Decimal128Value(natural ? DecimalMath.ln(decimal.value()) : DecimalMath.log10(decimal.value()));
        }
        double argument = number.toDouble();
        return new DoubleValue(natural ? Math.log(argument) : Math.log10(argument));
    }

    private static boolean isPositive(NumberValue number) {
        return number.toDouble() > 0
                || (number instanceof Decimal128Value decimal
                        && decimal.isTruthy()
                        && !decimal.value().isNegative());
    }

    private static Value log(Value argument, Value base) {
        if (Args.anyNullish(argument, base)) {
            return NullValue.NULL;
        }
        NumberValue number = Args.number(argument, 28756, "$log");
        NumberValue root = Args.number(base, 28757, "$log");
        if (!number.isNaN() && !isPositive(number)) {
            throw new CommandException(28758, "$log's argument must be a positive number, but is " + argument);
        }
        if (!root.isNaN() && (!isPositive(root) || root.toDouble() == 1)) {
            throw new CommandException(28759, "$log's base must be a positive number not equal to 1, but is " + base);
        }
        if (Arithmetic.isDecimal(number, root)) {
            return new Decimal128Value(
                    DecimalArithmetic.divide(DecimalMath.ln(number.toDecimal()), DecimalMath.ln(root.toDecimal())));
        }
        return new DoubleValue(Math.log(number.toDouble()) / Math.log(root.toDouble()));
    }

    private static Value sqrt(Value value) {
        NumberValue number = Args.number(value, 28765, "$sqrt");
        if (number.isTruthy() && !number.isNaN() && !isPositive(number)) {
            throw new CommandException(28714, "$sqrt's argument must be greater than or equal to 0");
        }
        return number instanceof Decimal128Value decimal
                ? new Decimal128Value(DecimalArithmetic.sqrt(decimal.value()))
                : new DoubleValue(Math.sqrt(number.toDouble()));
    }

    private static Value pow(Value base, Value exponent) {
        if (Args.anyNullish(base, exponent)) {
            return NullValue.NULL;
        }
        NumberValue number = Args.number(base, 28762, "$pow");
        NumberValue power = Args.number(exponent, 28763, "$pow");
        if (!number.isTruthy() && power.toDouble() < 0) {
            throw new CommandException(28764, "$pow cannot take a base of 0 and a negative exponent");
        }
        if (Arithmetic.isDecimal(number, power)) {
            return new Decimal128Value(DecimalMath.pow(number.toDecimal(), power.toDecimal()));
        }
        return Arithmetic.isDouble(number, power)
                ? new DoubleValue(doublePow(number.toDouble(), power.toDouble()))
                : integerPow(number, power);
    }

    private static double doublePow(double base, double exponent) {
        // As in C: 1 to any power is 1, and so is -1 to an infinite one.
        if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
            return 1;
        }
        return Math.pow(base, exponent);
    }

    private static Value integerPow(NumberValue number, NumberValue power) {
        long base = number.toLong();
        long exponent = power.toLong();
        boolean isLong = number instanceof Int64Value || power instanceof Int64Value;
        if (exponent < 0) {
            return base == 1 || base == -1
                    ? integer(base == 1 || (exponent & 1) == 0 ? 1 : -1, isLong)
                    : new DoubleValue(Math.pow((double) base, (double) exponent));
        }
        if (base == 0 || base == 1) {
            return integer(exponent == 0 ? 1 : base, isLong);
        }
        if (base == -1) {
            return integer((exponent & 1) == 0 ? 1 : -1, isLong);
        }
        if (exponent >= 64) {
            return new DoubleValue(Math.pow((double) base, (double) exponent));
        }
        BigInteger exact = BigInteger.valueOf(base).pow((int) exponent);
        return exact.bitLength() > 63
                ? new DoubleValue(Math.pow((double) base, (double) exponent))
                : integer(exact.longValue(), isLong);
    }

    private static Value integer(long value, boolean isLong) {
        return isLong ? new Int64Value(value) : NumberValue.intOrLong(value);
    }

    private static Value sigmoid(Value value) {
        if (value.isNullish()) {
            return NullValue.NULL;
        }
        NumberValue number = Args.number(value, ErrorCode.TYPE_MISMATCH.code(), "$sigmoid");
        if (number instanceof Decimal128Value decimal) {
            Decimal128 one = new Int32Value(1).toDecimal();
            Decimal128 exponential = DecimalMath.exp(Decimals.negate(decimal.value()));
            return new Decimal128Value(DecimalArithmetic.divide(one, DecimalArithmetic.add(one, exponential)));
        }
        return new DoubleValue(1 / (1 + Math.exp(-number.toDouble())));
    }
}
