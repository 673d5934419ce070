package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.pattern.RegularExpression;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.RegexValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code $regexMatch}, {@code $regexFind} and {@code $regexFindAll}. A null input or pattern matches nothing. */
final class RegexOperators {
    private RegexOperators() {}

    static void register(OperatorTable table) {
        regex(
                table,
                "$regexMatch",
                (text, regex) -> BooleanValue.of(regex != null && text != null && regex.find(text)));
        regex(
                table,
                "$regexFind",
                (text, regex) -> regex == null || text == null ? NullValue.NULL : first(text, regex));
        regex(
                table,
                "$regexFindAll",
                (text, regex) -> regex == null || text == null ? ArrayValue.empty() : all(text, regex));
    }

    /** The result for a text and a pattern, either of which may be null. */
    private interface Search {
        Value apply(@Nullable String text, @Nullable RegularExpression regex);
    }

    private static void regex(OperatorTable table, String operator, Search search) {
        table.add(operator, (name, argument, parser) -> {
            Named named = Named.of(name, argument, 51103, 31024, List.of("input", "regex", "options"));
            Expression input = named.required("input", 31022, parser);
            Expression regex = named.required("regex", 31023, parser);
            Expression options = named.optional("options", parser);
            Expression pattern = new PatternExpression(name, regex, options);
            if (regex.isConstant() && options.isConstant()) {
                RegularExpression known =
                        PatternExpression.compile(name, ((Constant) regex).value(), ((Constant) options).value());
                return FunctionExpression.of(List.of(input), values -> search.apply(text(name, values[0]), known));
            }
            return new SearchExpression(name, input, (PatternExpression) pattern, search);
        });
    }

    private record SearchExpression(String name, Expression input, PatternExpression pattern, Search search)
            implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            String text = text(name, input.evaluate(variables));
            return search.apply(text, pattern.compile(variables));
        }
    }

    /** A pattern that is known only for a document. */
    private record PatternExpression(String name, Expression regex, Expression options) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            return regex.evaluate(variables);
        }

        @Nullable
        RegularExpression compile(Variables variables) {
            return compile(name, regex.evaluate(variables), options.evaluate(variables));
        }

        static @Nullable RegularExpression compile(String name, Value regex, Value options) {
            checkTypes(name, regex, options);
            if (regex.isNullish()) {
                return null;
            }
            String flags = flags(name, regex, options);
            String pattern = regex instanceof RegexValue value ? value.pattern() : ((StringValue) regex).text();
            if (pattern.indexOf('\0') >= 0) {
                throw new CommandException(51109, name + ": regular expression cannot contain an embedded null byte");
            }
            try {
                return RegularExpression.compile(pattern, flags);
            } catch (PatternSyntaxException e) {
                throw new CommandException(51111, "Invalid Regex in " + name + ": " + e.getDescription());
            }
        }

        private static void checkTypes(String name, Value regex, Value options) {
            if (!regex.isNullish() && !(regex instanceof RegexValue) && !(regex instanceof StringValue)) {
                throw new CommandException(51105, name + " needs 'regex' to be of type string or regex");
            }
            if (!options.isNullish() && !(options instanceof StringValue)) {
                throw new CommandException(51106, name + " needs 'options' to be of type string");
            }
        }

        private static String flags(String name, Value regex, Value options) {
            String own = regex instanceof RegexValue value ? value.options() : "";
            String given = options instanceof StringValue string ? string.text() : "";
            if (given.indexOf('\0') >= 0) {
                throw new CommandException(
                        51110, name + ": regular expression options cannot contain an embedded null byte");
            }
            if (!own.isEmpty() && options instanceof StringValue) {
                throw new CommandException(
                        51107, name + ": options should be specified in either 'regex' or 'options', not both");
            }
            String flags = own.isEmpty() ? given : own;
            for (int i = 0; i < flags.length(); i++) {
                if ("imsxu".indexOf(flags.charAt(i)) < 0) {
                    throw new CommandException(51108, name + " invalid flag in regex options: " + flags);
                }
            }
            return flags;
        }
    }

    private static @Nullable String text(String name, Value input) {
        return input.isNullish() ? null : Args.string(input, 51104, name).text();
    }

    private static Value first(String text, RegularExpression regex) {
        Matcher match = regex.match(text, 0);
        return match == null ? NullValue.NULL : result(text, match);
    }

    private static Value all(String text, RegularExpression regex) {
        List<Value> results = new ArrayList<>();
        Matcher match = regex.match(text, 0);
        while (match != null) {
            results.add(result(text, match));
            int next = match.end();
            if (match.start() == match.end()) {
                next = next < text.length() ? text.offsetByCodePoints(next, 1) : text.length() + 1;
            }
            match = next >= text.length() ? null : regex.match(text, next);
        }
        return ArrayValue.of(results);
    }

    private static Value result(String text, Matcher match) {
        List<Value> captures = new ArrayList<>();
        for (int i = 1; i <= match.groupCount(); i++) {
            String group = match.group(i);
            captures.add(group == null ? NullValue.NULL : new StringValue(group));
        }
        return new DocumentBuilder()
                .add("match", new StringValue(match.group()))
                .add("idx", new Int32Value(text.codePointCount(0, match.start())))
                .add("captures", ArrayValue.of(captures))
                .build();
    }
}
