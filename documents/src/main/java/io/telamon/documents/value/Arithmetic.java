package io.telamon.documents.value;

import org.bson.types.Decimal128;

/**
 * Sums, differences and products of numbers with MongoDB's types: the wider of the two types; an int that overflows becomes
 * a long, a long that overflows a double.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** The sum. */
    public static NumberValue add(NumberValue left, NumberValue right) {
        if (isDecimal(left, right)) {
            return decimal(DecimalArithmetic.add(left.toDecimal(), right.toDecimal()));
        }
        if (isDouble(left, right)) {
            return new DoubleValue(left.toDouble() + right.toDouble());
        }
        long a = left.toLong();
        long b = right.toLong();
        long sum = a + b;
        boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
        return overflows ? new DoubleValue((double) a + b) : integer(sum, left, right);
    }

    /** The difference. */
    public static NumberValue subtract(NumberValue left, NumberValue right) {
        if (isDecimal(left, right)) {
            return decimal(DecimalArithmetic.subtract(left.toDecimal(), right.toDecimal()));
        }
        if (isDouble(left, right)) {
            return new DoubleValue(left.toDouble() - right.toDouble());
        }
        long a = left.toLong();
        long b = right.toLong();
        long difference = a - b;
        boolean overflows = ((a ^ b) & (a ^ difference)) < 0;
        return overflows ? new DoubleValue((double) a - b) : integer(difference, left, right);
    }

    /** The product. */
    public static NumberValue multiply(NumberValue left, NumberValue right) {
        if (isDecimal(left, right)) {
            return decimal(DecimalArithmetic.multiply(left.toDecimal(), right.toDecimal()));
        }
        if (isDouble(left, right)) {
            return new DoubleValue(left.toDouble() * right.toDouble());
        }
        long a = left.toLong();
        long b = right.toLong();
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        boolean overflows = (high != 0 || low < 0) && (high != -1 || low >= 0);
        return overflows ? new DoubleValue((double) a * b) : integer(low, left, right);
    }

    /** Whether one of two numbers is a decimal. */
    public static boolean isDecimal(NumberValue left, NumberValue right) {
        return left instanceof Decimal128Value || right instanceof Decimal128Value;
    }

    /** Whether one of two numbers is a double. */
    public static boolean isDouble(NumberValue left, NumberValue right) {
        return left instanceof DoubleValue || right instanceof DoubleValue;
    }

    private static NumberValue integer(long value, NumberValue left, NumberValue right) {
        boolean ints = left instanceof Int32Value && right instanceof Int32Value;
        return ints ? NumberValue.intOrLong(value) : new Int64Value(value);
    }

    private static NumberValue decimal(Decimal128 value) {
        return new Decimal128Value(value);
    }
}
