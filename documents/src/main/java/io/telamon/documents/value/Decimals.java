package io.telamon.documents.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.bson.types.Decimal128;

/** Conversions between {@link Decimal128} and Java's numbers, with the special values. */
public final class Decimals {
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MAX_EXPONENT = 6111;
    private static final int MIN_EXPONENT = -6176;
    private static final int DIGITS = 34;

    private Decimals() {}

    /** The decimal of exactly 15 significant digits nearest to a double. */
    public static Decimal128 ofDouble(double value) {
        if (Double.isNaN(value)) {
            return Decimal128.NaN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY;
        }
        if (value == 0) {
            return 1 / value < 0 ? Decimal128.NEGATIVE_ZERO : Decimal128.POSITIVE_ZERO;
        }
        BigDecimal rounded = new BigDecimal(value).round(FIFTEEN);
        return of(rounded.setScale(rounded.scale() + FIFTEEN.getPrecision() - rounded.precision()));
    }

    /** The decimal nearest to a number; infinite when it is too large. The exponent is kept where 34 digits allow. */
    public static Decimal128 of(BigDecimal value) {
        BigDecimal rounded = value.round(MathContext.DECIMAL128);
        int exponent = -rounded.scale();
        if (exponent > MAX_EXPONENT) {
            return large(rounded);
        }
        if (exponent < MIN_EXPONENT) {
            rounded = value.setScale(-MIN_EXPONENT, RoundingMode.HALF_EVEN);
        }
        return new Decimal128(rounded);
    }

    private static Decimal128 large(BigDecimal value) {
        if (value.signum() == 0) {
            return new Decimal128(value.setScale(-MAX_EXPONENT, RoundingMode.DOWN));
        }
        if (value.precision() - value.scale() > MAX_EXPONENT + DIGITS) {
            return value.signum() > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY;
        }
        return new Decimal128(value.setScale(-MAX_EXPONENT, RoundingMode.UNNECESSARY));
    }

    /** The exact value of a finite decimal; 0 with its exponent for negative zero. */
    public static BigDecimal toBigDecimal(Decimal128 value) {
        return isZero(value) && value.isNegative()
                ? Decimal128.fromIEEE754BIDEncoding(value.getHigh() & Long.MAX_VALUE, value.getLow())
                        .bigDecimalValue()
                : value.bigDecimalValue();
    }

    /** Whether a decimal is infinite; {@link Decimal128#isInfinite} also holds for NaN. */
    public static boolean isInfinite(Decimal128 value) {
        return value.isInfinite() && !value.isNaN();
    }

    /** Whether a decimal is zero, of either sign and any exponent. */
    public static boolean isZero(Decimal128 value) {
        if (!value.isFinite()) {
            return false;
        }
        long high = value.getHigh();
        if ((high & 0x6000000000000000L) == 0x6000000000000000L) {
            return true; // A coefficient beyond 34 digits stands for 0.
        }
        return (high & 0x1ffffffffffffL) == 0 && value.getLow() == 0;
    }

    /** The double nearest to a decimal. */
    public static double toDouble(Decimal128 value) {
        if (value.isNaN()) {
            return Double.NaN;
        }
        if (value.isInfinite()) {
            return value.isNegative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (isZero(value)) {
            return value.isNegative() ? -0.0 : 0.0;
        }
        return value.bigDecimalValue().doubleValue();
    }

    /** The decimal of the other sign. */
    public static Decimal128 negate(Decimal128 value) {
        return value.isNaN()
                ? value
                : Decimal128.fromIEEE754BIDEncoding(value.getHigh() ^ Long.MIN_VALUE, value.getLow());
    }
}
