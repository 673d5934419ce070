package io.telamon.documents.value;

import java.math.BigDecimal;
import java.math.MathContext;
import org.bson.types.Decimal128;

/** Exact comparison of numbers across types. */
public final class Numbers {
    private static final double TWO_63 = 0x1p63;
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private Numbers() {}

    /** The order of two numbers: NaN first, -0.0 with 0.0. */
    public static int compare(NumberValue left, NumberValue right) {
        if (left instanceof Decimal128Value || right instanceof Decimal128Value) {
            return compareDecimals(left, right);
        }
        if (left instanceof DoubleValue a) {
            return right instanceof DoubleValue b ? compare(a.value(), b.value()) : -compare(right.toLong(), a.value());
        }
        return right instanceof DoubleValue b
                ? compare(left.toLong(), b.value())
                : Long.compare(left.toLong(), right.toLong());
    }

    /** The order of two doubles: NaN first, -0.0 with 0.0. */
    public static int compare(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        return left == right ? 0 : Boolean.compare(!Double.isNaN(left), !Double.isNaN(right));
    }

    /** The order of a long and a double without a loss of digits. */
    public static int compare(long left, double right) {
        if (left > -EXACT_IN_DOUBLE && left < EXACT_IN_DOUBLE) {
            return compare((double) left, right);
        }
        if (Double.isNaN(right) || right < -TWO_63) {
            return 1;
        }
        if (right >= TWO_63) {
            return -1;
        }
        int whole = Long.compare(left, (long) right);
        return whole != 0 ? whole : compare(0.0, right - Math.rint(right));
    }

    private static int compareDecimals(NumberValue left, NumberValue right) {
        if (left.isFinite() && right.isFinite()) {
            return exact(left).compareTo(exact(right));
        }
        return compare(special(left), special(right));
    }

    private static BigDecimal exact(NumberValue value) {
        return value instanceof DoubleValue number
                ? new BigDecimal(number.value(), MathContext.DECIMAL128)
                : value.exact();
    }

    private static double special(NumberValue value) {
        if (value.isFinite()) {
            return 0;
        }
        if (value instanceof Decimal128Value decimal) {
            Decimal128 number = decimal.value();
            return number.isNaN() ? Double.NaN : Decimals.toDouble(number);
        }
        return value.toDouble();
    }
}
