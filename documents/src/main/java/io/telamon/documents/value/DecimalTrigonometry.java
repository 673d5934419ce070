package io.telamon.documents.value;

import static io.telamon.documents.value.DecimalMath.WORK;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.bson.types.Decimal128;

/** Trigonometric and hyperbolic functions of decimals, to 34 digits. Arguments have been checked against the domain. */
public final class DecimalTrigonometry {
    private static final BigDecimal PI = new BigDecimal(
            "3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170680");
    private static final BigDecimal HALF_PI = PI.divide(BigDecimal.valueOf(2));
    private static final BigDecimal HALF_CIRCLE = BigDecimal.valueOf(180);
    private static final MathContext WIDE = new MathContext(100, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private DecimalTrigonometry() {}

    /** The sine of an angle in radians. */
    public static Decimal128 sin(Decimal128 value) {
        return unless(value, Decimals.isZero(value), () -> sine(reduce(value.bigDecimalValue())));
    }

    /** The cosine of an angle in radians. */
    public static Decimal128 cos(Decimal128 value) {
        if (Decimals.isZero(value)) {
            return new Decimal128(1);
        }
        return unless(value, false, () -> cosine(reduce(value.bigDecimalValue())));
    }

    /** The tangent of an angle in radians. */
    public static Decimal128 tan(Decimal128 value) {
        return unless(value, Decimals.isZero(value), () -> {
            BigDecimal angle = reduce(value.bigDecimalValue());
            return sine(angle).divide(cosine(angle), WORK);
        });
    }

    /** The arc sine in radians. */
    public static Decimal128 asin(Decimal128 value) {
        return unless(value, Decimals.isZero(value), () -> arcSine(value.bigDecimalValue()));
    }

    /** The arc cosine in radians. */
    public static Decimal128 acos(Decimal128 value) {
        if (value.isNaN()) {
            return value;
        }
        BigDecimal cosine = Decimals.toBigDecimal(value);
        return cosine.compareTo(BigDecimal.ONE) == 0
                ? new Decimal128(0)
                : DecimalMath.full(HALF_PI.subtract(arcSine(cosine), WORK));
    }

    /** The arc tangent in radians. */
    public static Decimal128 atan(Decimal128 value) {
        if (Decimals.isInfinite(value)) {
            return DecimalMath.full(value.isNegative() ? HALF_PI.negate() : HALF_PI);
        }
        return unless(value, Decimals.isZero(value), () -> arcTangent(value.bigDecimalValue()));
    }

    /** The angle of a point in radians. */
    public static Decimal128 atan2(Decimal128 y, Decimal128 x) {
        if (!y.isFinite() || !x.isFinite() || Decimals.isZero(y) || Decimals.isZero(x)) {
            double angle = Math.atan2(Decimals.toDouble(y), Decimals.toDouble(x));
            return angle == 0 ? y : Double.isNaN(angle) ? Decimal128.NaN : multipleOfPi(angle);
        }
        BigDecimal angle = arcTangent(y.bigDecimalValue().divide(x.bigDecimalValue(), WORK));
        if (!x.isNegative()) {
            return DecimalMath.full(angle);
        }
        return DecimalMath.full(y.isNegative() ? angle.subtract(PI, WORK) : angle.add(PI, WORK));
    }

    private static Decimal128 multipleOfPi(double angle) {
        long quarters = Math.round(angle / (Math.PI / 4));
        return DecimalMath.full(PI.multiply(BigDecimal.valueOf(quarters)).divide(BigDecimal.valueOf(4)));
    }

    /** The hyperbolic sine. */
    public static Decimal128 sinh(Decimal128 value) {
        return unless(value, Decimals.isZero(value) || value.isInfinite(), () -> {
            BigDecimal up = DecimalMath.exp(value.bigDecimalValue());
            return up.subtract(BigDecimal.ONE.divide(up, WORK), WORK).divide(TWO, WORK);
        });
    }

    /** The hyperbolic cosine. */
    public static Decimal128 cosh(Decimal128 value) {
        if (Decimals.isZero(value)) {
            return new Decimal128(1);
        }
        if (Decimals.isInfinite(value)) {
            return Decimal128.POSITIVE_INFINITY;
        }
        return unless(value, false, () -> {
            BigDecimal up = DecimalMath.exp(value.bigDecimalValue());
            return up.add(BigDecimal.ONE.divide(up, WORK), WORK).divide(TWO, WORK);
        });
    }

    /** The hyperbolic tangent. */
    public static Decimal128 tanh(Decimal128 value) {
        if (Decimals.isInfinite(value) || Math.abs(Decimals.toDouble(value)) > 100) {
            return new Decimal128(value.isNegative() ? -1 : 1);
        }
        return unless(value, Decimals.isZero(value), () -> {
            BigDecimal square = DecimalMath.exp(value.bigDecimalValue().multiply(TWO));
            return square.subtract(BigDecimal.ONE).divide(square.add(BigDecimal.ONE), WORK);
        });
    }

    /** The inverse hyperbolic sine. */
    public static Decimal128 asinh(Decimal128 value) {
        return unless(value, Decimals.isZero(value) || value.isInfinite(), () -> {
            BigDecimal size = value.bigDecimalValue().abs();
            BigDecimal root = size.multiply(size).add(BigDecimal.ONE).sqrt(WORK);
            BigDecimal result = DecimalMath.ln(size.add(root));
            return value.isNegative() ? result.negate() : result;
        });
    }

    /** The inverse hyperbolic cosine of a number of at least 1. */
    public static Decimal128 acosh(Decimal128 value) {
        if (value.isFinite() && value.bigDecimalValue().compareTo(BigDecimal.ONE) == 0) {
            return new Decimal128(0);
        }
        return unless(value, value.isInfinite(), () -> {
            BigDecimal number = value.bigDecimalValue();
            return DecimalMath.ln(
                    number.add(number.multiply(number).subtract(BigDecimal.ONE).sqrt(WORK)));
        });
    }

    /** The inverse hyperbolic tangent of a number between -1 and 1. */
    public static Decimal128 atanh(Decimal128 value) {
        if (value.isFinite() && Decimals.toBigDecimal(value).abs().compareTo(BigDecimal.ONE) == 0) {
            return value.isNegative() ? Decimal128.NEGATIVE_INFINITY : Decimal128.POSITIVE_INFINITY;
        }
        return unless(value, Decimals.isZero(value), () -> {
            BigDecimal number = value.bigDecimalValue();
            BigDecimal ratio = BigDecimal.ONE.add(number).divide(BigDecimal.ONE.subtract(number), WORK);
            return DecimalMath.ln(ratio).divide(TWO, WORK);
        });
    }

    /** Degrees of radians. */
    public static Decimal128 degrees(Decimal128 radians) {
        return DecimalArithmetic.multiply(radians, DecimalMath.full(HALF_CIRCLE.divide(PI, WORK)));
    }

    /** Radians of degrees. */
    public static Decimal128 radians(Decimal128 degrees) {
        return DecimalArithmetic.multiply(degrees, DecimalMath.full(PI.divide(HALF_CIRCLE, WORK)));
    }

    private static Decimal128 unless(Decimal128 value, boolean same, Supplier<BigDecimal> function) {
        if (same || value.isNaN()) {
            return value;
        }
        return value.isInfinite() ? Decimal128.NaN : DecimalMath.full(function.get());
    }

    private static BigDecimal reduce(BigDecimal angle) {
        return angle.remainder(PI.multiply(TWO), WIDE.getPrecision() > angle.precision() ? MathContext.UNLIMITED : WIDE)
                .round(WIDE);
    }

    private static BigDecimal sine(BigDecimal angle) {
        return series(angle, angle, 1);
    }

    private static BigDecimal cosine(BigDecimal angle) {
        return series(angle, BigDecimal.ONE, 0);
    }

    private static BigDecimal series(BigDecimal angle, BigDecimal first, int power) {
        BigDecimal square = angle.multiply(angle, WIDE).negate();
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int i = power; i < 90; i += 2) {
            term = term.multiply(square, WIDE).divide(BigDecimal.valueOf((i + 1L) * (i + 2L)), WIDE);
            sum = sum.add(term, WIDE);
        }
        return sum;
    }

    private static BigDecimal arcSine(BigDecimal sine) {
        BigDecimal rest = BigDecimal.ONE.subtract(sine.multiply(sine));
        if (rest.signum() == 0) {
            return sine.signum() < 0 ? HALF_PI.negate() : HALF_PI;
        }
        return arcTangent(sine.divide(rest.sqrt(WORK), WORK));
    }

    private static BigDecimal arcTangent(BigDecimal tangent) {
        if (tangent.abs().compareTo(BigDecimal.ONE) > 0) {
            BigDecimal rest = arcTangent(BigDecimal.ONE.divide(tangent, WORK));
            return (tangent.signum() < 0 ? HALF_PI.negate() : HALF_PI).subtract(rest, WORK);
        }
        BigDecimal small = tangent;
        int factor = 1;
        while (small.abs().compareTo(new BigDecimal("0.05")) > 0) {
            BigDecimal root = BigDecimal.ONE.add(small.multiply(small)).sqrt(WORK);
            small = small.divide(BigDecimal.ONE.add(root), WORK);
            factor *= 2;
        }
        BigDecimal square = small.multiply(small, WORK).negate();
        BigDecimal term = small;
        BigDecimal sum = small;
        for (int i = 3; i < 60; i += 2) {
            term = term.multiply(square, WORK);
            sum = sum.add(term.divide(BigDecimal.valueOf(i), WORK), WORK);
        }
        return sum.multiply(BigDecimal.valueOf(factor), WORK);
    }
}
