package io.telamon.documents.value;

/** A regular expression as stored, with its options as letters. */
public record RegexValue(String pattern, String options) implements Value {

    @Override
    public ValueType type() {
        return ValueType.REGEX;
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeName(pattern);
        output.writeName(options);
    }
}
