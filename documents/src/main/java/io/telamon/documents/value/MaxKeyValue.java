package io.telamon.documents.value;

/** The value above all others. */
public enum MaxKeyValue implements Singleton {
    MAX_KEY;

    @Override
    public ValueType type() {
        return ValueType.MAX_KEY;
    }
}
