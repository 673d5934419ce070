package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Positions of strings in strings, and splitting. A null string gives null; other types are errors. */
final class StringSearchOperators {
    private StringSearchOperators() {}

    static void register(OperatorTable table) {
        table.range("$indexOfBytes", 2, 4, StringSearchOperators::indexOfBytes);
        table.range("$indexOfCP", 2, 4, StringSearchOperators::indexOfCodePoint);
        table.binary("$split", StringSearchOperators::split);
    }

    private static Value indexOfBytes(Value[] arguments) {
        if (arguments[0].isNullish()) {
            return NullValue.NULL;
        }
        byte[] text = Args.string(arguments[0], 40091, "$indexOfBytes").toBytes();
        byte[] part = Args.string(arguments[1], 40092, "$indexOfBytes").toBytes();
        int start = arguments.length > 2 ? index(arguments[2], "$indexOfBytes") : 0;
        int end = Math.min(arguments.length > 3 ? index(arguments[3], "$indexOfBytes") : text.length, text.length);
        if (start > text.length || end < start) {
            return new Int32Value(-1);
        }
        String latin = new String(text, 0, end, StandardCharsets.ISO_8859_1);
        return new Int32Value(latin.indexOf(new String(part, StandardCharsets.ISO_8859_1), start));
    }

    private static Value indexOfCodePoint(Value[] arguments) {
        if (arguments[0].isNullish()) {
            return NullValue.NULL;
        }
        String text = Args.string(arguments[0], 40093, "$indexOfCP").text();
        String part = Args.string(arguments[1], 40094, "$indexOfCP").text();
        int start = arguments.length > 2 ? index(arguments[2], "$indexOfCP") : 0;
        int length = text.codePointCount(0, text.length());
        int end = Math.min(arguments.length > 3 ? index(arguments[3], "$indexOfCP") : length, length);
        if (start > length || end < start) {
            return new Int32Value(-1);
        }
        if (length == 0 && part.isEmpty()) {
            return new Int32Value(0);
        }
        int found = text.indexOf(part, text.offsetByCodePoints(0, start));
        int position = found < 0 ? -1 : text.codePointCount(0, found);
        return new Int32Value(position < end ? position : -1);
    }

    private static int index(Value value, String name) {
        return ArrayPositionOperators.index(value, name);
    }

    private static Value split(Value text, Value separator) {
        if (Args.anyNullish(text, separator)) {
            return NullValue.NULL;
        }
        String whole = Args.string(text, 40085, "$split").text();
        String mark = Args.string(separator, 10503900, "$split").text();
        if (mark.isEmpty()) {
            throw new CommandException(40087, "$split requires a non-empty separator");
        }
        List<Value> parts = new ArrayList<>();
        int start = 0;
        for (int found = whole.indexOf(mark); found >= 0; found = whole.indexOf(mark, start)) {
            parts.add(new StringValue(whole.substring(start, found)));
            start = found + mark.length();
        }
        parts.add(new StringValue(whole.substring(start)));
        return ArrayValue.of(parts);
    }
}
