package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DecimalArithmetic;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.bson.types.Decimal128;

/**
 * {@code $ceil}, {@code $floor}, {@code $round} and {@code $trunc}. The type of the number is kept. Null and missing give
 * null; other types are errors.
 */
final class RoundingOperators {
    private static final int MIN_PLACE = -20;
    private static final int MAX_PLACE = 100;

    private RoundingOperators() {}

    static void register(OperatorTable table) {
        table.unary("$ceil", Args.nullOr(v -> whole("$ceil", v, RoundingMode.CEILING)));
        table.unary("$floor", Args.nullOr(v -> whole("$floor", v, RoundingMode.FLOOR)));
        table.range("$round", 1, 2, arguments -> round("$round", arguments, RoundingMode.HALF_EVEN));
        table.range("$trunc", 1, 2, arguments -> round("$trunc", arguments, RoundingMode.DOWN));
    }

    private static Value whole(String name, Value value, RoundingMode mode) {
        return switch (Args.number(value, 28765, name)) {
            case DoubleValue number ->
                new DoubleValue(mode == RoundingMode.CEILING ? Math.ceil(number.value()) : Math.floor(number.value()));
            case Decimal128Value number ->
                number.isFinite() ? roundDecimal(number, 0, mode) : new Decimal128Value(Decimal128.NaN);
            case NumberValue integer -> integer;
        };
    }

    private static Value round(String name, Value[] arguments, RoundingMode mode) {
        if (arguments[0].isNullish()) {
            return NullValue.NULL;
        }
        NumberValue number = Args.number(arguments[0], 51081, name);
        if (arguments.length == 1) {
            return round(number, 0, mode);
        }
        return arguments[1].isNullish() ? NullValue.NULL : round(number, place(name, arguments[1]), mode);
    }

    private static int place(String name, Value value) {
        NumberValue place = Args.number(value, 16004, name);
        if (place instanceof DoubleValue && !place.isLong() && (place.isNaN() || !isWithinLong(place))) {
            throw new CommandException(31109, "Can't coerce out of range value " + value + " to long");
        }
        if (!place.isLong()) {
            throw new CommandException(51082, "precision argument to " + name + " must be an integral value");
        }
        long whole = place.toLong();
        if (whole < MIN_PLACE || whole > MAX_PLACE) {
            throw new CommandException(
                    51083, "cannot apply " + name + " with precision value " + whole + " value must be in [-20, 100]");
        }
        return (int) whole;
    }

    private static boolean isWithinLong(NumberValue value) {
        long whole = value.toLong();
        return whole != Long.MAX_VALUE && whole != Long.MIN_VALUE;
    }

    private static Value round(NumberValue value, int place, RoundingMode mode) {
        return switch (value) {
            case DoubleValue number -> roundDouble(number, place, mode);
            case Decimal128Value number -> roundDecimal(number, place, mode);
            case NumberValue integer -> place >= 0 ? integer : roundInteger(integer, place, mode);
        };
    }

    private static Value roundDouble(DoubleValue number, int place, RoundingMode mode) {
        double value = number.value();
        if (!Double.isFinite(value) || value == 0) {
            return number;
        }
        BigDecimal exact = new BigDecimal(value, MathContext.DECIMAL128);
        double rounded =
                exact.scale() <= place ? value : exact.setScale(place, mode).doubleValue();
        return new DoubleValue(rounded == 0 ? Math.copySign(0.0, value) : rounded);
    }

    private static Value roundDecimal(Decimal128Value number, int place, RoundingMode mode) {
        return new Decimal128Value(DecimalArithmetic.round(number.value(), place, mode));
    }

    private static Value roundInteger(NumberValue integer, int place, RoundingMode mode) {
        BigDecimal rounded = integer.exact().setScale(place, mode);
        if (rounded.precision() - rounded.scale() > 18 && rounded.toBigInteger().bitLength() > 63) {
            throw new CommandException(51080, "Invalid conversion to long during $round.");
        }
        long value = rounded.longValue();
        return integer instanceof Int64Value ? new Int64Value(value) : NumberValue.intOrLong(value);
    }
}
