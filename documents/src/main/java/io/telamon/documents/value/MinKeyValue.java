package io.telamon.documents.value;

/** The value below all others. */
public enum MinKeyValue implements Singleton {
    MIN_KEY;

    @Override
    public ValueType type() {
        return ValueType.MIN_KEY;
    }
}
