package io.telamon.documents.value;

import java.math.BigDecimal;
import org.bson.types.Decimal128;

/** A number of one of the four types. */
public sealed interface NumberValue extends Value permits Int32Value, Int64Value, DoubleValue, Decimal128Value {

    /** The nearest double. */
    double toDouble();

    /**
     * This number as a decimal; of a double the 15 significant digits that MongoDB's conversion keeps.
     */
    Decimal128 toDecimal();

    /** The integer part, the nearest bound when it does not fit, 0 for NaN. */
    long toLong();

    /** Whether this number is NaN. */
    default boolean isNaN() {
        return false;
    }

    /** Whether this number is neither NaN nor infinite. */
    default boolean isFinite() {
        return true;
    }

    /** Whether this is a finite number without a fraction that fits 64 bits. */
    boolean isLong();

    /** The exact value of a finite number. */
    BigDecimal exact();

    /** An int when the number fits, otherwise a long. */
    static NumberValue intOrLong(long value) {
        return value == (int) value ? new Int32Value((int) value) : new Int64Value(value);
    }
}
