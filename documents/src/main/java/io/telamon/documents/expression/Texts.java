package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.JavaScriptValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.SymbolValue;
import io.telamon.documents.value.TimestampValue;
import io.telamon.documents.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The text that string operators see of values that are no strings. */
final class Texts {
    private static final int LARGE = 16;
    private static final int SMALL = -5;

    private Texts() {}

    /** The text of a value: empty for null; error 16007 for types that have none. */
    static String of(Value value) {
        return switch (value) {
            case StringValue string -> string.text();
            case SymbolValue symbol -> symbol.text();
            case JavaScriptValue code -> code.code();
            case Int32Value number -> Integer.toString(number.value());
            case Int64Value number -> Long.toString(number.value());
            case DoubleValue number -> sixDigits(number.value());
            case Decimal128Value number -> number.value().toString();
            case DateTimeValue date -> DateText.iso(date.milliseconds());
            case TimestampValue time -> DateText.pretty(time);
            default -> {
                if (value.isNullish()) {
                    yield "";
                }
                throw new CommandException(16007, "can't convert from BSON type " + value.type() + " to String");
            }
        };
    }

    /** The text of a double with six digits, as {@code %g} of C writes it. */
    private static String sixDigits(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = new BigDecimal(value)
                .round(new MathContext(6, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent >= 6 || exponent < SMALL + 1 ? scientific(digits, exponent) : digits.toPlainString();
    }

    /** The shortest text of a double: digits, or with an exponent from 1e16 on and below 1e-4. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            // Java always writes two digits, also where one is enough.
            BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
            digits = one.doubleValue() == value ? one : digits;
        }
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent >= LARGE || exponent < SMALL + 1 ? scientific(digits, exponent) : digits.toPlainString();
    }

    private static String scientific(BigDecimal digits, int exponent) {
        String text = digits.unscaledValue().abs().toString();
        String mantissa = text.length() == 1 ? text : text.charAt(0) + "." + text.substring(1);
        String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return (digits.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + size;
    }
}
