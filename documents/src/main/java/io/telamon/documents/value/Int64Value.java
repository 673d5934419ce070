package io.telamon.documents.value;

import java.math.BigDecimal;
import org.bson.types.Decimal128;

/** A 64-bit integer. */
public record Int64Value(long value) implements NumberValue {

    @Override
    public ValueType type() {
        return ValueType.INT64;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeInt64(value);
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
        return new Decimal128(value);
    }

    @Override
    public long toLong() {
        return value;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public BigDecimal exact() {
        return BigDecimal.valueOf(value);
    }
}
