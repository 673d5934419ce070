package io.telamon.documents.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bson.types.Decimal128;

/** A decimal floating point number of 34 digits (IEEE 754-2008, decimal128). */
public record Decimal128Value(Decimal128 value) implements NumberValue {
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public ValueType type() {
        return ValueType.DECIMAL128;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeInt64(value.getLow());
        output.writeInt64(value.getHigh());
    }

    @Override
    public boolean isTruthy() {
        return !Decimals.isZero(value);
    }

    @Override
    public double toDouble() {
        return Decimals.toDouble(value);
    }

    @Override
    public Decimal128 toDecimal() {
        return value;
    }

    @Override
    public long toLong() {
        if (value.isNaN()) {
            return 0;
        }
        if (value.isInfinite()) {
            return value.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        BigDecimal exact = exact();
        if (exact.compareTo(MAX_LONG) >= 0) {
            return Long.MAX_VALUE;
        }
        return exact.compareTo(MIN_LONG) <= 0 ? Long.MIN_VALUE : exact.longValue();
    }

    @Override
    public boolean isNaN() {
        return value.isNaN();
    }

    @Override
    public boolean isFinite() {
        return value.isFinite();
    }

    @Override
    public boolean isLong() {
        if (!value.isFinite()) {
            return false;
        }
        BigDecimal exact = exact();
        return exact.compareTo(MIN_LONG) >= 0
                && exact.compareTo(MAX_LONG) <= 0
                && (exact.scale() <= 0 || exact.setScale(0, RoundingMode.DOWN).compareTo(exact) == 0);
    }

    @Override
    public BigDecimal exact() {
        return Decimals.toBigDecimal(value);
    }
}
