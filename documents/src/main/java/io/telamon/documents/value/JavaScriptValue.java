package io.telamon.documents.value;

/** JavaScript code without a scope. */
public record JavaScriptValue(String code) implements Value {

    @Override
    public ValueType type() {
        return ValueType.JAVASCRIPT;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeString(code);
    }
}
