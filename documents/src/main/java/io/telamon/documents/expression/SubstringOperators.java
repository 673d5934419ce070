package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Decimal128Value;
import io.telamon.documents.value.DecimalArithmetic;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Parts of strings by bytes and by code points. Null is the empty string; numbers and dates are taken as their text. */
final class SubstringOperators {
    private SubstringOperators() {}

    static void register(OperatorTable table) {
        table.add("$substrBytes", Arity.exactly(3, SubstringOperators::bytes));
        table.alias("$substr", "$substrBytes");
        table.add("$substrCP", Arity.exactly(3, SubstringOperators::codePoints));
    }

    private static Value bytes(Value[] arguments) {
        String text = Texts.of(arguments[0]);
        NumberValue first = Args.number(arguments[1], 16034, "$substrBytes: starting index");
        NumberValue count = Args.number(arguments[2], 16035, "$substrBytes: length");
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long start = whole(first);
        if (start < 0) {
            throw new CommandException(50752, "$substrBytes: starting index must be non-negative (got: " + start + ")");
        }
        long length = whole(count) < 0 ? Integer.MAX_VALUE : whole(count);
        if (start >= utf8.length) {
            return new StringValue("");
        }
        int from = (int) start;
        int to = (int) Math.min(utf8.length, start + Math.min(length, Integer.MAX_VALUE));
        if (isContinuation(utf8[from])) {
            throw new CommandException(
                    28656, "$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.");
        }
        if (to < utf8.length && isContinuation(utf8[to])) {
            throw new CommandException(
                    28657, "$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.");
        }
        return new StringValue(utf8, from, to - from);
    }

    private static long whole(NumberValue number) {
        if (number.isNaN()) {
            return Long.MIN_VALUE;
        }
        return number instanceof Decimal128Value decimal
                ? new Decimal128Value(DecimalArithmetic.round(decimal.value(), 0, RoundingMode.HALF_EVEN)).toLong()
                : number.toLong();
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xc0) == 0x80;
    }

    private static Value codePoints(Value[] arguments) {
        String text = Texts.of(arguments[0]);
        int start = Args.int32(arguments[1], 34450, 34451, "$substrCP");
        int length = Args.int32(arguments[2], 34452, 34453, "$substrCP");
        if (length < 0) {
            throw new CommandException(34454, "$substrCP: length must be a nonnegative integer.");
        }
        if (start < 0) {
            throw new CommandException(34455, "$substrCP: the starting index must be nonnegative integer.");
        }
        int size = text.codePointCount(0, text.length());
        if (start >= size) {
            return new StringValue("");
        }
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, Math.min(length, size - start));
        return new StringValue(text.substring(from, to));
    }
}
