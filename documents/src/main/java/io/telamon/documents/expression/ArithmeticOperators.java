package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.Arithmetic;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DecimalArithmetic;
import io.telamon.documents.value.Decimals;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.math.RoundingMode;

/**
 * The four basic operations, {@code $mod} and {@code $abs}. Numbers of all types; {@code $add} and {@code $subtract} also
 * take dates. Null and missing give null; other types are errors.
 */
final class ArithmeticOperators {
    private static final double TWO_63 = 0x1p63;

    private ArithmeticOperators() {}

    static void register(OperatorTable table) {
        table.commutative("$add", ArithmeticOperators::add);
        table.commutative("$multiply", ArithmeticOperators::multiply);
        table.binary("$subtract", ArithmeticOperators::subtract);
        table.binary("$divide", ArithmeticOperators::divide);
        table.binary("$mod", ArithmeticOperators::mod);
        table.unary("$abs", Args.nullOr(ArithmeticOperators::abs));
    }

    private static Value add(Value[] arguments) {
        NumberValue sum = new Int32Value(0);
        DateTimeValue date = null;
        for (Value argument : arguments) {
            switch (argument) {
                case NumberValue number -> sum = Arithmetic.add(sum, number);
                case DateTimeValue found -> {
                    if (date != null) {
                        throw new CommandException(16612, "only one date allowed in an $add expression");
                    }
                    date = found;
                }
                default -> {
                    if (argument.isNullish()) {
                        return NullValue.NULL;
                    }
                    throw Args.wrongType(ErrorCode.TYPE_MISMATCH.code(), "$add", "numeric or date types", argument);
                }
            }
        }
        return date == null ? sum : shift(date, sum, 1);
    }

    private static Value shift(DateTimeValue date, NumberValue milliseconds, int sign) {
        try {
            long shift = rounded(milliseconds);
            return new DateTimeValue(
                    sign > 0
                            ? Math.addExact(date.milliseconds(), shift)
                            : Math.subtractExact(date.milliseconds(), shift));
        } catch (ArithmeticException _) {
            throw ErrorCode.OVERFLOW.error("date overflow");
        }
    }

    private static long rounded(NumberValue value) {
        if (!value.isFinite()) {
            throw new ArithmeticException();
        }
        if (value instanceof DoubleValue number) {
            double rounded = Math.signum(number.value()) * Math.floor(Math.abs(number.value()) + 0.5);
            if (rounded >= TWO_63 || rounded < -TWO_63) {
                throw new ArithmeticException();
            }
            return (long) rounded;
        }
        if (value instanceof Decimal128Value number) {
            return number.exact().setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        }
        return value.toLong();
    }

    private static Value multiply(Value[] arguments) {
        NumberValue product = new Int32Value(1);
        for (Value argument : arguments) {
            if (argument instanceof NumberValue number) {
                product = Arithmetic.multiply(product, number);
            } else if (argument.isNullish()) {
                return NullValue.NULL;
            } else {
                throw Args.wrongType(ErrorCode.TYPE_MISMATCH.code(), "$multiply", "numeric types", argument);
            }
        }
        return product;
    }

    private static Value subtract(Value left, Value right) {
        if (Args.anyNullish(left, right)) {
            return NullValue.NULL;
        }
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            return Arithmetic.subtract(a, b);
        }
        if (left instanceof DateTimeValue a && right instanceof DateTimeValue b) {
            return new Int64Value(a.milliseconds() - b.milliseconds());
        }
        if (left instanceof DateTimeValue a && right instanceof NumberValue b) {
            return shift(a, b, -1);
        }
        throw ErrorCode.TYPE_MISMATCH.error("can't $subtract " + right.type() + " from " + left.type());
    }

    private static Value divide(Value left, Value right) {
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            if (!b.isTruthy()) {
                throw ErrorCode.BAD_VALUE.error("can't $divide by zero");
            }
            return Arithmetic.isDecimal(a, b)
                    ? new Decimal128Value(DecimalArithmetic.divide(a.toDecimal(), b.toDecimal()))
                    : new DoubleValue(a.toDouble() / b.toDouble());
        }
        if (Args.anyNullish(left, right)) {
            return NullValue.NULL;
        }
        throw ErrorCode.TYPE_MISMATCH.error(
                "$divide only supports numeric types, not " + left.type() + " and " + right.type());
    }

    private static Value mod(Value left, Value right) {
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            return remainder(a, b);
        }
        if (Args.anyNullish(left, right)) {
            return NullValue.NULL;
        }
        throw new CommandException(
                16611, "$mod only supports numeric types, not " + left.type() + " and " + right.type());
    }

    private static Value remainder(NumberValue left, NumberValue right) {
        if (Arithmetic.isDecimal(left, right)) {
            if (Decimals.isZero(right.toDecimal())) {
                throw new CommandException(5733415, "can't $mod by zero");
            }
            return new Decimal128Value(DecimalArithmetic.remainder(left.toDecimal(), right.toDecimal()));
        }
        if (!right.isTruthy()) {
            throw new CommandException(16610, "can't $mod by zero");
        }
        if (Arithmetic.isDouble(left, right)) {
            return new DoubleValue(left.toDouble() % right.toDouble());
        }
        long remainder = right.toLong() == -1 ? 0 : left.toLong() % right.toLong();
        boolean isLong = left instanceof Int64Value || right instanceof Int64Value;
        return isLong ? new Int64Value(remainder) : NumberValue.intOrLong(remainder);
    }

    private static Value abs(Value value) {
        return switch (Args.number(value, 28765, "$abs")) {
            case Int32Value number -> NumberValue.intOrLong(Math.abs((long) number.value()));
            case Int64Value number -> {
                if (number.value() == Long.MIN_VALUE) {
                    throw new CommandException(28680, "can't take $abs of long long min");
                }
                yield new Int64Value(Math.abs(number.value()));
            }
            case DoubleValue number -> new DoubleValue(Math.abs(number.value()));
            case Decimal128Value number ->
                number.value().isNegative() ? new Decimal128Value(Decimals.negate(number.value())) : number;
        };
    }
}
