package io.telamon.documents.expression;

import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code $trim}, {@code $ltrim} and {@code $rtrim}: strings without characters at their ends. Null gives null. */
final class TrimOperators {
    /** NUL, the white space of ASCII, the no-break space, and the spaces of Unicode from U+2000 to U+200A. */
    private static final String WHITE_SPACE = "\0 \t\n\u000b\f\r\u00a0\u1680"
            + IntStream.rangeClosed(0x2000, 0x200a)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

    private TrimOperators() {}

    static void register(OperatorTable table) {
        trim(table, "$trim", true, true);
        trim(table, "$ltrim", true, false);
        trim(table, "$rtrim", false, true);
    }

    private static void trim(OperatorTable table, String operator, boolean left, boolean right) {
        table.add(operator, (name, argument, parser) -> {
            Named named = Named.of(name, argument, 50696, 50694, List.of("input", "chars"));
            Expression input = named.required("input", 50695, parser);
            Expression chars = named.optional("chars", parser);
            boolean given = named.has("chars");
            return FunctionExpression.of(
                    List.of(input, chars),
                    values -> trim(name, values[0], given ? values[1] : MissingValue.MISSING, given, left, right));
        });
    }

    private static Value trim(String name, Value input, Value chars, boolean given, boolean left, boolean right) {
        if (input.isNullish()) {
            return NullValue.NULL;
        }
        String text = Args.string(input, 50699, name).text();
        if (given && chars.isNullish()) {
            return NullValue.NULL;
        }
        String set = given ? Args.string(chars, 50700, name).text() : WHITE_SPACE;
        int start = 0;
        int end = text.length();
        while (left && start < end && set.indexOf(text.codePointAt(start)) >= 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && set.indexOf(text.codePointBefore(end)) >= 0) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return new StringValue(text.substring(start, end));
    }
}
