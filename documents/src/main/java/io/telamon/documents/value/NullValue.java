package io.telamon.documents.value;

/** The BSON null. */
public enum NullValue implements Singleton {
    NULL;

    @Override
    public ValueType type() {
        return ValueType.NULL;
    }

    @Override
    public boolean isNullish() {
        return true;
    }

    @Override
    public boolean isTruthy() {
        return false;
    }
}
