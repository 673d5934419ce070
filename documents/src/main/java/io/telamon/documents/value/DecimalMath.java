package io.telamon.documents.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.bson.types.Decimal128;

/** Powers and logarithms of decimals, to 34 digits. */
public final class DecimalMath {
    static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(14150);
    private static final BigDecimal SMALLEST_EXPONENT = BigDecimal.valueOf(-14300);
    private static final Decimal128 SMALLEST_ZERO = new Decimal128(BigDecimal.ZERO.setScale(6176));
    private static final BigDecimal LN_10 =
            lnNearOne(new BigDecimal("1.25")).add(BigDecimal.valueOf(3).multiply(lnNearOne(TWO)));
    private static final BigDecimal TINY = new BigDecimal("1E-40");
    private static final long LARGEST_INTEGER_POWER = 100_000;

    private DecimalMath() {}

    /** e raised to a decimal. */
    public static Decimal128 exp(Decimal128 value) {
        if (!value.isFinite()) {
            return Decimals.isInfinite(value) && value.isNegative() ? Decimal128.POSITIVE_ZERO : value;
        }
        if (Decimals.isZero(value)) {
            return new Decimal128(1);
        }
        BigDecimal exponent = value.bigDecimalValue();
        if (exponent.abs().compareTo(TINY) < 0) {
            return new Decimal128(1);
        }
        if (exponent.compareTo(LARGEST_EXPONENT) > 0) {
            return Decimal128.POSITIVE_INFINITY;
        }
        return exponent.compareTo(SMALLEST_EXPONENT) < 0 ? SMALLEST_ZERO : full(exp(exponent));
    }

    /** The natural logarithm of a positive decimal. */
    public static Decimal128 ln(Decimal128 value) {
        if (!value.isFinite()) {
            return value;
        }
        BigDecimal number = value.bigDecimalValue();
        return number.compareTo(BigDecimal.ONE) == 0 ? new Decimal128(0) : full(ln(number));
    }

    /** The decimal logarithm of a positive decimal. */
    public static Decimal128 log10(Decimal128 value) {
        if (!value.isFinite()) {
            return value;
        }
        BigDecimal number = value.bigDecimalValue().stripTrailingZeros();
        if (number.unscaledValue().equals(BigInteger.ONE)) {
            return new Decimal128(-number.scale());
        }
        return full(ln(number).divide(LN_10, WORK));
    }

    /** A decimal raised to a decimal. */
    public static Decimal128 pow(Decimal128 base, Decimal128 exponent) {
        if (!base.isFinite() || !exponent.isFinite() || Decimals.isZero(base) || Decimals.isZero(exponent)) {
            return special(base, exponent);
        }
        BigDecimal number = base.bigDecimalValue();
        BigDecimal power = exponent.bigDecimalValue().stripTrailingZeros();
        if (power.scale() > 0) {
            return number.signum() < 0 ? Decimal128.NaN : full(exp(power.multiply(ln(number), WORK)));
        }
        if (power.abs().compareTo(BigDecimal.valueOf(LARGEST_INTEGER_POWER)) <= 0) {
            return integerPower(number, power.intValueExact());
        }
        boolean negative = number.signum() < 0 && power.toBigInteger().testBit(0);
        BigDecimal size = power.multiply(ln(number.abs()), WORK);
        Decimal128 result = exp(Decimals.of(size));
        return negative ? Decimals.negate(result) : result;
    }

    private static Decimal128 integerPower(BigDecimal number, int power) {
        BigDecimal result = number.pow(Math.abs(power), WORK);
        return full(power < 0 ? BigDecimal.ONE.divide(result, WORK) : result);
    }

    private static Decimal128 special(Decimal128 base, Decimal128 exponent) {
        if (Decimals.isZero(exponent)) {
            return new Decimal128(1);
        }
        double result = Math.pow(Decimals.toDouble(base), Decimals.toDouble(exponent));
        if (result == 0) {
            return SMALLEST_ZERO;
        }
        return result == 1 ? new Decimal128(1) : Decimals.ofDouble(result);
    }

    /** A result of 34 digits, as an inexact operation gives it. */
    static Decimal128 full(BigDecimal value) {
        BigDecimal rounded = value.round(MathContext.DECIMAL128);
        if (rounded.signum() == 0) {
            return Decimals.of(rounded);
        }
        return Decimals.of(rounded.setScale(
                rounded.scale() + MathContext.DECIMAL128.getPrecision() - rounded.precision(),
                RoundingMode.UNNECESSARY));
    }

    /** e raised to a number: the series after the argument was halved until it is small. */
    static BigDecimal exp(BigDecimal exponent) {
        int halvings = 0;
        BigDecimal small = exponent;
        BigDecimal bound = new BigDecimal("0.01");
        while (small.abs().compareTo(bound) > 0) {
            small = small.divide(TWO, WORK);
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 40; i++) {
            term = term.multiply(small, WORK).divide(BigDecimal.valueOf(i), WORK);
            sum = sum.add(term, WORK);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, WORK);
        }
        return sum;
    }

    /** The natural logarithm of a positive number. */
    static BigDecimal ln(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        BigDecimal mantissa = value.movePointLeft(exponent);
        return lnNearOne(mantissa).add(LN_10.multiply(BigDecimal.valueOf(exponent)), WORK);
    }

    /** The logarithm of a number between 0.1 and 10: square roots until it is near 1, then the series of artanh. */
    private static BigDecimal lnNearOne(BigDecimal value) {
        BigDecimal near = value;
        int factor = 1;
        BigDecimal bound = new BigDecimal("0.05");
        while (near.subtract(BigDecimal.ONE).abs().compareTo(bound) > 0) {
            near = near.sqrt(WORK);
            factor *= 2;
        }
        BigDecimal ratio = near.subtract(BigDecimal.ONE).divide(near.add(BigDecimal.ONE), WORK);
        BigDecimal square = ratio.multiply(ratio, WORK);
        BigDecimal term = ratio;
        BigDecimal sum = ratio;
        for (int i = 3; i < 60; i += 2) {
            term = term.multiply(square, WORK);
            sum = sum.add(term.divide(BigDecimal.valueOf(i), WORK), WORK);
        }
        return sum.multiply(BigDecimal.valueOf(2L * factor), WORK);
    }
}
