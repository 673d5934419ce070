package io.telamon.documents.schema;

import static io.telamon.documents.schema.SchemaParser.typeMismatch;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.pattern.RegularExpression;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** {@code minLength} and {@code maxLength} in code points, and {@code pattern}. */
final class StringKeywords {
    private StringKeywords() {}

    static void parse(DocumentValue schema, List<Schema> parts) {
        long min = SchemaParser.count(schema, "minLength");
        long max = SchemaParser.count(schema, "maxLength");
        if (min >= 0) {
            parts.add(each -> !(each instanceof StringValue string) || length(string) >= min);
        }
        if (max >= 0) {
            parts.add(each -> !(each instanceof StringValue string) || length(string) <= max);
        }
        Value pattern = schema.get("pattern");
        if (pattern != MissingValue.MISSING) {
            if (!(pattern instanceof StringValue source)) {
                throw typeMismatch("pattern", "string");
            }
            RegularExpression regex = compile(source.text());
            parts.add(each -> !(each instanceof StringValue string) || regex.find(string.text()));
        }
    }

    private static int length(StringValue string) {
        return string.text().codePointCount(0, string.text().length());
    }

    static RegularExpression compile(String pattern) {
        try {
            return RegularExpression.compile(pattern, "");
        } catch (PatternSyntaxException e) {
            throw new CommandException(51091, "Regular expression is invalid: " + e.getDescription());
        }
    }
}
