package io.telamon.documents.value;

/** What a field that does not exist has. It is never stored. */
public enum MissingValue implements Singleton {
    MISSING;

    @Override
    public ValueType type() {
        return ValueType.MISSING;
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
