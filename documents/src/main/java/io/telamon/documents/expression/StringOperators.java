package io.telamon.documents.expression;

import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;

/**
 * Whole strings: joining, length, case. {@code $concat} answers null for null; {@code $toLower}, {@code $toUpper} and
 * {@code $strcasecmp} take null as the empty string, and numbers and dates as their text; letters outside ASCII keep their
 * case.
 */
final class StringOperators {
    private StringOperators() {}

    static void register(OperatorTable table) {
        table.variadic("$concat", StringOperators::concat);
        table.unary("$strLenBytes", StringOperators::lengthInBytes);
        table.unary("$strLenCP", StringOperators::lengthInCodePoints);
        table.unary("$toLower", value -> new StringValue(lower(Texts.of(value))));
        table.unary("$toUpper", value -> new StringValue(upper(Texts.of(value))));
        table.add("$strcasecmp", (name, argument, parser) -> {
            List<Expression> operands = Arity.exactly(2, name, parser.arguments(argument));
            return FunctionExpression.of(operands, values -> compare(values[0], values[1]));
        });
    }

    private static Value concat(Value[] arguments) {
        StringBuilder text = new StringBuilder();
        for (Value argument : arguments) {
            if (argument.isNullish()) {
                return NullValue.NULL;
            }
            text.append(Args.string(argument, 16702, "$concat").text());
        }
        return new StringValue(text.toString());
    }

    private static Value lengthInBytes(Value value) {
        return new Int32Value(Args.string(value, 34473, "$strLenBytes").byteLength());
    }

    private static Value lengthInCodePoints(Value value) {
        String text = Args.string(value, 34471, "$strLenCP").text();
        return new Int32Value(text.codePointCount(0, text.length()));
    }

    private static Value compare(Value left, Value right) {
        StringValue first = new StringValue(upper(Texts.of(left)));
        StringValue second = new StringValue(upper(Texts.of(right)));
        return new Int32Value(Integer.signum(first.compareTo(second)));
    }

    private static String upper(String text) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                result.setCharAt(i, (char) (c - 32));
            }
        }
        return result.toString();
    }

    private static String lower(String text) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                result.setCharAt(i, (char) (c + 32));
            }
        }
        return result.toString();
    }
}
