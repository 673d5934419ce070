package io.telamon.documents.value;

/** JavaScript code with the variables that it sees; deprecated. */
public record CodeWithScopeValue(String code, DocumentValue scope) implements Value {

    @Override
    public ValueType type() {
        return ValueType.CODE_WITH_SCOPE;
    }

    @Override
    public void writeTo(BsonOutput output) {
        int start = output.startLength();
        output.writeString(code);
        scope.writeTo(output);
        output.endLength(start);
    }
}
