package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.pattern.RegularExpression;
import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.RegexValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.regex.PatternSyntaxException;

/** Strings that a pattern is found in, and equal patterns. */
final class RegexTest {
    private RegexTest() {}

    /** The test of {@code $regex} with the {@code $options} beside it. */
    static ElementTest parse(Value value, DocumentValue operators) {
        Value options = operators.get("$options");
        String flags = "";
        if (options != MissingValue.MISSING) {
            if (!(options instanceof StringValue text)) {
                throw badValue("$options has to be a string");
            }
            flags = text.text();
        }
        return switch (value) {
            case StringValue pattern -> of(pattern.text(), flags, new RegexValue(pattern.text(), flags));
            case RegexValue regex -> {
                if (!regex.options().isEmpty() && !flags.isEmpty()) {
                    boolean before = operators.names().indexOf("$options")
                            < operators.names().indexOf("$regex");
                    throw new CommandException(before ? 51074 : 51075, "options set in both $regex and $options");
                }
                String all = regex.options() + flags;
                yield of(regex.pattern(), all, new RegexValue(regex.pattern(), all));
            }
            default -> throw badValue("$regex has to be a string");
        };
    }

    static ElementTest of(String pattern, String options, RegexValue itself) {
        if (pattern.indexOf('\0') >= 0) {
            throw badValue("Regular expression cannot contain an embedded null byte");
        }
        for (int i = 0; i < options.length(); i++) {
            if ("imsxu".indexOf(options.charAt(i)) < 0) {
                throw new CommandException(51108, "invalid flag in regex options: " + options);
            }
        }
        RegularExpression regex = compile(pattern, options);
        return (bytes, type, position) -> switch (type) {
            case 2, 14 ->
                regex.find(
                        new String(bytes, position + 4, BsonBytes.int32(bytes, position) - 1, StandardCharsets.UTF_8));
            case 11 -> BsonBytes.decode(bytes, type, position).equals(itself);
            default -> false;
        };
    }

    private static RegularExpression compile(String pattern, String options) {
        try {
            return RegularExpression.compile(pattern, options);
        } catch (PatternSyntaxException e) {
            throw new CommandException(51091, "Regular expression is invalid: " + e.getDescription());
        }
    }
}
