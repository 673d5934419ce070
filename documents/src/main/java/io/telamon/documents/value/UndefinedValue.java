package io.telamon.documents.value;

/** The deprecated BSON undefined. */
public enum UndefinedValue implements Singleton {
    UNDEFINED;

    @Override
    public ValueType type() {
        return ValueType.UNDEFINED;
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
