package io.telamon.documents.expression;

import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.Decimals;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.types.Decimal128;

/** Conversions to numbers: from numbers, booleans, dates and strings. */
final class NumberConversion {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)([pP][+-]?[0-9]+)?");
    private static final MathContext TRUNCATED = new MathContext(34, RoundingMode.DOWN);
    private static final double TWO_63 = 0x1p63;

    private NumberConversion() {}

    static NumberValue convert(Value value, ValueType target) {
        return switch (value) {
            case NumberValue number -> number(number, target);
            case BooleanValue bool -> number(new Int32Value(bool.value() ? 1 : 0), target);
            case DateTimeValue date
            when target != ValueType.INT32 -> number(new Int64Value(date.milliseconds()), target);
            case StringValue string -> text(string.text(), target);
            default -> throw Conversion.unsupported(value, target);
        };
    }

    private static NumberValue number(NumberValue number, ValueType target) {
        return switch (target) {
            case INT32 -> {
                long whole = whole(number, target);
                if (whole != (int) whole) {
                    throw overflow(number, target);
                }
                yield new Int32Value((int) whole);
            }
            case INT64 -> new Int64Value(whole(number, target));
            case DOUBLE -> new DoubleValue(real(number));
            default -> new Decimal128Value(number.toDecimal());
        };
    }

    private static double real(NumberValue number) {
        double value = number.toDouble();
        if (number.isFinite() && Double.isInfinite(value)) {
            throw overflow(number, ValueType.DOUBLE);
        }
        return value;
    }

    private static long whole(NumberValue number, ValueType target) {
        if (!number.isFinite()) {
            throw Conversion.failure("Attempt to convert NaN or infinity value to integer type");
        }
        if (number instanceof DoubleValue real && (real.value() >= TWO_63 || real.value() < -TWO_63)) {
            throw overflow(number, target);
        }
        if (number instanceof Decimal128Value decimal) {
            BigDecimal exact = decimal.exact();
            if (exact.precision() - exact.scale() > 20 || exact.toBigInteger().bitLength() > 63) {
                throw overflow(number, target);
            }
            return exact.longValue();
        }
        return number.toLong();
    }

    private static RuntimeException overflow(NumberValue number, ValueType target) {
        return Conversion.failure("Conversion would overflow target type " + target + ": " + number);
    }

    private static NumberValue text(String text, ValueType target) {
        return switch (target) {
            case INT32 -> {
                long value = integer(text);
                if (value != (int) value) {
                    throw unreadable(text);
                }
                yield new Int32Value((int) value);
            }
            case INT64 -> new Int64Value(integer(text));
            case DOUBLE -> new DoubleValue(real(text));
            default -> new Decimal128Value(decimal(text));
        };
    }

    private static RuntimeException unreadable(String text) {
        return Conversion.failure("Failed to parse number '" + text + "'");
    }

    private static long integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw unreadable(text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw unreadable(text);
        }
    }

    private static double special(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (lower.startsWith("+") || lower.startsWith("-") ? lower.substring(1) : lower) {
            case "inf", "infinity" -> lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw unreadable(text);
        };
    }

    private static double real(String text) {
        if (HEXADECIMAL.matcher(text).matches() && !text.startsWith("0x")) {
            return Double.parseDouble(text.contains("p") || text.contains("P") ? text : text + "p0");
        }
        if (!REAL.matcher(text).matches()) {
            return special(text);
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value) || (value == 0 && new BigDecimal(text).signum() != 0)) {
            throw unreadable(text);
        }
        return value;
    }

    private static Decimal128 decimal(String text) {
        if (!REAL.matcher(text).matches()) {
            return Decimals.ofDouble(special(text));
        }
        try {
            BigDecimal exact = new BigDecimal(text).round(TRUNCATED);
            Decimal128 value = Decimals.of(exact);
            if (value.isInfinite() || (Decimals.isZero(value) && exact.signum() != 0)) {
                throw unreadable(text);
            }
            return text.startsWith("-") && Decimals.isZero(value) ? Decimals.negate(value) : value;
        } catch (NumberFormatException _) {
            throw unreadable(text);
        }
    }
}
