package io.telamon.documents.value;

/** The deprecated BSON symbol; in the order of values it equals the string of its text. */
public record SymbolValue(String text) implements Value {

    @Override
    public ValueType type() {
        return ValueType.SYMBOL;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeString(text);
    }
}
