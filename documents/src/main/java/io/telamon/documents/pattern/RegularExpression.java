package io.telamon.documents.pattern;

import io.telamon.documents.error.CommandException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A compiled regular expression. Matching is bounded: a pattern that needs more than {@value #MAX_STEPS} steps for one text
 * is an error and does not hold a processor.
 */
public final class RegularExpression {
    private static final int MAX_STEPS = 20_000_000;
    private static final int LIMIT_EXCEEDED = 51156;

    private final Pattern pattern;
    private final boolean simple;

    private RegularExpression(Pattern pattern, boolean simple) {
        this.pattern = pattern;
        this.simple = simple;
    }

    /**
     * Compiles a pattern with options out of {@code i}, {@code m}, {@code s}, {@code x} and {@code u}; others are ignored.
     *
     * @throws PatternSyntaxException when the pattern is not well-formed
     */
    public static RegularExpression compile(String source, String options) {
        int flags = Pattern.UNIX_LINES;
        if (source.startsWith("(*UCP)") || source.startsWith("(*UTF)(*UCP)")) {
            flags |= Pattern.UNICODE_CHARACTER_CLASS;
        }
        if (options.indexOf('i') >= 0) {
            flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        }
        if (options.indexOf('m') >= 0) {
            flags |= Pattern.MULTILINE;
        }
        if (options.indexOf('s') >= 0) {
            flags |= Pattern.DOTALL;
        }
        boolean extended = options.indexOf('x') >= 0;
        if (extended) {
            flags |= Pattern.COMMENTS;
        }
        Pattern pattern = Pattern.compile(PatternTranslator.translate(source, extended), flags);
        return new RegularExpression(pattern, isSimple(source));
    }

    /** Whether a pattern has no group that could be repeated, so that its cost is bounded by the text. */
    private static boolean isSimple(String source) {
        return source.indexOf('(') < 0
                && source.indexOf('\\') < 0
                && source.chars().filter(c -> c == '*' || c == '+' || c == '{').count() <= 1;
    }

    /** Whether the pattern is found somewhere in a text. */
    public boolean find(String text) {
        return find(matcher(text), 0);
    }

    /** The first match from a position on, null when there is none. */
    public @Nullable Matcher match(String text, int start) {
        Matcher matcher = matcher(text);
        return find(matcher, start) ? matcher : null;
    }

    private Matcher matcher(String text) {
        return pattern.matcher(simple ? text : new BoundedText(text, MAX_STEPS));
    }

    private static boolean find(Matcher matcher, int start) {
        try {
            return matcher.find(start);
        } catch (BoundedText.Exhausted | StackOverflowError _) {
            throw new CommandException(
                    LIMIT_EXCEEDED, "Error occurred while executing the regular expression: match limit exceeded");
        }
    }
}
