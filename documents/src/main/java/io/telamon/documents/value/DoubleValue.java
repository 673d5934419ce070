package io.telamon.documents.value;

import java.math.BigDecimal;
import org.bson.types.Decimal128;

/** A 64-bit binary floating point number. */
public record DoubleValue(double value) implements NumberValue {
    private static final double TWO_63 = 0x1p63;

    @Override
    public ValueType type() {
        return ValueType.DOUBLE;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeInt64(Double.doubleToRawLongBits(value));
    }

    @Override
    public boolean isTruthy() {
        return value != 0;
    }

    @Override
    public double toDouble() {
        return value;
    }

    @Override
    public Decimal128 toDecimal() {
        return Decimals.ofDouble(value);
    }

    @Override
    public long toLong() {
        return (long) value;
    }

    @Override
    public boolean isNaN() {
        return Double.isNaN(value);
    }

    @Override
    public boolean isFinite() {
        return Double.isFinite(value);
    }

    @Override
    public boolean isLong() {
        return value >= -TWO_63 && value < TWO_63 && value == Math.rint(value);
    }

    @Override
    public BigDecimal exact() {
        return new BigDecimal(value);
    }
}
