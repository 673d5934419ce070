package io.telamon.documents.value;

import java.util.HexFormat;

/** The text of values in messages for people. */
public final class ValueText {
    private ValueText() {}

    /** A text like that of the shell. */
    public static String of(Value value) {
        return switch (value) {
            case StringValue string -> '"' + string.text() + '"';
            case Int32Value number -> Integer.toString(number.value());
            case Int64Value number -> Long.toString(number.value());
            case DoubleValue number -> Double.toString(number.value());
            case Decimal128Value number -> number.value().toString();
            case BooleanValue bool -> Boolean.toString(bool.value());
            case ObjectIdValue id -> "ObjectId('" + id.value().toHexString() + "')";
            case DateTimeValue date -> "new Date(" + date.milliseconds() + ')';
            case TimestampValue time -> "Timestamp(" + time.seconds() + ", " + time.increment() + ')';
            case BinaryValue binary ->
                "BinData(" + binary.subtype() + ", "
                        + HexFormat.of().withUpperCase().formatHex(binary.data()) + ')';
            case RegexValue regex -> '/' + regex.pattern() + '/' + regex.options();
            case SymbolValue symbol -> '"' + symbol.text() + '"';
            case JavaScriptValue code -> code.code();
            case CodeWithScopeValue code -> "CodeWScope(" + code.code() + ", " + of(code.scope()) + ')';
            case DbPointerValue pointer -> "DBRef('" + pointer.namespace() + "', " + pointer.id() + ')';
            case Singleton singleton -> singleton.type().alias();
            case DocumentValue document -> document(document);
            case ArrayValue array -> array(array);
        };
    }

    private static String document(DocumentValue document) {
        StringBuilder text = new StringBuilder("{");
        for (Element element : document) {
            text.append(text.length() == 1 ? " " : ", ")
                    .append(element.name())
                    .append(": ")
                    .append(of(element.value()));
        }
        return text.append(text.length() == 1 ? "}" : " }").toString();
    }

    private static String array(ArrayValue array) {
        StringBuilder text = new StringBuilder("[");
        for (Value value : array.values()) {
            text.append(text.length() == 1 ? " " : ", ").append(of(value));
        }
        return text.append(text.length() == 1 ? "]" : " ]").toString();
    }
}
