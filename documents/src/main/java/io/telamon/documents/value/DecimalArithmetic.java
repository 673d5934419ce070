package io.telamon.documents.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.bson.types.Decimal128;

/** The basic operations on decimals as IEEE 754-2008 has them: 34 digits, half to even, preferred exponents. */
public final class DecimalArithmetic {
    private DecimalArithmetic() {}

    /** The sum. */
    public static Decimal128 add(Decimal128 left, Decimal128 right) {
        if (!left.isFinite() || !right.isFinite()) {
            return ofDouble(Decimals.toDouble(left) + Decimals.toDouble(right));
        }
        BigDecimal sum = Decimals.toBigDecimal(left).add(Decimals.toBigDecimal(right));
        boolean negative = left.isNegative() && right.isNegative();
        return withSign(sum, negative);
    }

    /** The difference. */
    public static Decimal128 subtract(Decimal128 left, Decimal128 right) {
        return add(left, Decimals.negate(right));
    }

    /** The product. */
    public static Decimal128 multiply(Decimal128 left, Decimal128 right) {
        if (!left.isFinite() || !right.isFinite()) {
            return ofDouble(sign(left) * sign(right));
        }
        return withSign(
                Decimals.toBigDecimal(left).multiply(Decimals.toBigDecimal(right)),
                left.isNegative() != right.isNegative());
    }

    /** The quotient; infinite or NaN where the divisor is zero. */
    public static Decimal128 divide(Decimal128 left, Decimal128 right) {
        boolean negative = left.isNegative() != right.isNegative();
        if (left.isFinite() && Decimals.isInfinite(right)) {
            return withSign(BigDecimal.ZERO.setScale(6176), negative);
        }
        if (!left.isFinite() || !right.isFinite() || Decimals.isZero(right)) {
            return ofDouble(sign(left) / sign(right));
        }
        return withSign(
                Decimals.toBigDecimal(left).divide(Decimals.toBigDecimal(right), MathContext.DECIMAL128), negative);
    }

    /** The remainder with the sign of the dividend. */
    public static Decimal128 remainder(Decimal128 left, Decimal128 right) {
        if (!left.isFinite() || right.isNaN() || Decimals.isZero(right)) {
            return Decimal128.NaN;
        }
        if (right.isInfinite()) {
            return left;
        }
        BigDecimal dividend = Decimals.toBigDecimal(left);
        BigDecimal divisor = Decimals.toBigDecimal(right);
        BigDecimal remainder = dividend.remainder(divisor).stripTrailingZeros();
        int preferred = Math.max(dividend.scale(), divisor.scale());
        return withSign(
                remainder.scale() <= preferred && remainder.precision() + preferred - remainder.scale() <= 34
                        ? remainder.setScale(preferred)
                        : remainder,
                left.isNegative());
    }

    /** The square root; NaN of negative numbers. */
    public static Decimal128 sqrt(Decimal128 value) {
        if (Decimals.isZero(value) || value.isNaN()) {
            return value;
        }
        if (value.isNegative()) {
            return Decimal128.NaN;
        }
        return value.isInfinite() ? value : sqrt(value.bigDecimalValue());
    }

    private static Decimal128 sqrt(BigDecimal value) {
        BigDecimal root = value.sqrt(MathContext.DECIMAL128);
        if (root.multiply(root).compareTo(value) != 0) {
            return DecimalMath.full(root);
        }
        int preferred = Math.ceilDiv(value.scale(), 2);
        BigDecimal stripped = root.stripTrailingZeros();
        return Decimals.of(stripped.scale() <= preferred ? stripped.setScale(preferred) : stripped);
    }

    /** The number rounded to a place behind the point (before it when negative); special values as they are. */
    public static Decimal128 round(Decimal128 value, int place, RoundingMode mode) {
        if (!value.isFinite()) {
            return value;
        }
        BigDecimal rounded = Decimals.toBigDecimal(value).setScale(place, mode);
        if (rounded.precision() > MathContext.DECIMAL128.getPrecision()) {
            return rounded.compareTo(Decimals.toBigDecimal(value)) == 0 ? value : Decimals.of(rounded);
        }
        return withSign(rounded, value.isNegative());
    }

    private static double sign(Decimal128 value) {
        if (!value.isFinite()) {
            return Decimals.toDouble(value);
        }
        double size = Decimals.isZero(value) ? 0.0 : 1.0;
        return value.isNegative() ? -size : size;
    }

    private static Decimal128 ofDouble(double special) {
        return Decimals.ofDouble(special);
    }

    private static Decimal128 withSign(BigDecimal value, boolean negative) {
        Decimal128 result = Decimals.of(value);
        return negative && Decimals.isZero(result) ? Decimals.negate(result) : result;
    }
}
