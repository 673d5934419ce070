package io.telamon.documents.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.bson.types.Decimal128;

/**
 * The sum of many numbers: exact for integers, compensated for doubles (Neumaier), decimals apart. The type of the result is
 * the widest of those added; integers that overflow give a double.
 */
public final class NumberSum {
    private static final int INT = 0;
    private static final int LONG = 1;
    private static final int DOUBLE = 2;
    private static final int DECIMAL = 3;

    private long high;
    private long low;
    private double sum;
    private double compensation;
    private double special;
    private Decimal128 decimals = new Decimal128(0);
    private int widest = INT;
    private long count;

    /** Adds a number. */
    public void add(NumberValue value) {
        count++;
        switch (value) {
            case Int32Value number -> addLong(number.value());
            case Int64Value number -> {
                widest = Math.max(widest, LONG);
                addLong(number.value());
            }
            case DoubleValue number -> {
                widest = Math.max(widest, DOUBLE);
                addDouble(number.value());
            }
            case Decimal128Value number -> {
                widest = DECIMAL;
                decimals = DecimalArithmetic.add(decimals, number.value());
            }
        }
    }

    /** How many numbers were added. */
    public long count() {
        return count;
    }

    private void addLong(long value) {
        long before = low;
        low += value;
        high += (value >> 63) + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
    }

    private void addDouble(double value) {
        if (!Double.isFinite(value)) {
            special += value;
            return;
        }
        double next = sum + value;
        compensation += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    private boolean fitsLong() {
        return high == low >> 63;
    }

    private double integers() {
        return fitsLong() ? (double) low : high * 0x1p64 + unsigned(low);
    }

    private static double unsigned(long value) {
        return value >= 0 ? (double) value : value + 0x1p64;
    }

    private double total() {
        if (special != 0 || Double.isNaN(special)) {
            return special;
        }
        double whole = integers();
        double next = sum + whole;
        if (Double.isInfinite(next)) {
            return next;
        }
        double rest = Math.abs(sum) >= Math.abs(whole) ? (sum - next) + whole : (whole - next) + sum;
        return next + (compensation + rest);
    }

    /** The sum; the int 0 when nothing was added. */
    public NumberValue result() {
        if (widest == DECIMAL) {
            return new Decimal128Value(decimalTotal());
        }
        if (widest == DOUBLE || !fitsLong()) {
            return new DoubleValue(total());
        }
        return widest == LONG ? new Int64Value(low) : NumberValue.intOrLong(low);
    }

    private Decimal128 decimalTotal() {
        Decimal128 total = decimals;
        if (high != 0 || low != 0) {
            BigInteger whole = BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
            total = DecimalArithmetic.add(total, Decimals.of(new BigDecimal(whole)));
        }
        if (special != 0 || Double.isNaN(special)) {
            return DecimalArithmetic.add(total, Decimals.ofDouble(special));
        }
        if (!Double.isFinite(sum)) {
            return DecimalArithmetic.add(total, Decimals.ofDouble(sum));
        }
        if (sum != 0 || compensation != 0) {
            BigDecimal reals = new BigDecimal(sum).add(new BigDecimal(compensation));
            total = DecimalArithmetic.add(total, Decimals.of(reals));
        }
        return total;
    }

    /** The average as a double, or a decimal when a decimal was added. At least one number must have been added. */
    public NumberValue average() {
        if (widest == DECIMAL) {
            return new Decimal128Value(DecimalArithmetic.divide(decimalTotal(), new Decimal128(count)));
        }
        return new DoubleValue(total() / count);
    }
}
