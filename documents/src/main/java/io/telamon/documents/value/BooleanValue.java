package io.telamon.documents.value;

/** A BSON boolean. */
public enum BooleanValue implements Value {
    FALSE,
    TRUE;

    /** The value of a Java boolean. */
    public static BooleanValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The Java boolean of this value. */
    public boolean value() {
        return this == TRUE;
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeByte(this == TRUE ? 1 : 0);
    }

    @Override
    public boolean isTruthy() {
        return this == TRUE;
    }
}
