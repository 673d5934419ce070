package io.telamon.documents.pattern;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns a pattern of PCRE2 into one of the JDK where the two mean different things by the same text. */
final class PatternTranslator {
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\p{Space}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("xdigit", "\\p{XDigit}"),
            Map.entry("word", "\\w"));

    private static final int MAX_LENGTH = 16_384;

    private final String source;
    private final boolean extended;
    private final StringBuilder target = new StringBuilder();
    private int position;

    private PatternTranslator(String source, boolean extended) {
        this.source = source;
        this.extended = extended;
    }

    static String translate(String source, boolean extended) {
        if (source.length() > MAX_LENGTH) {
            throw new PatternSyntaxException("regular expression is too large", "", -1);
        }
        PatternTranslator translator = new PatternTranslator(source, extended);
        translator.skipVerbs();
        while (translator.position < source.length()) {
            translator.next();
        }
        return translator.target.toString();
    }

    private void skipVerbs() {
        while (source.startsWith("(*", position)) {
            int end = source.indexOf(')', position);
            if (end < 0) {
                throw new PatternSyntaxException("unclosed verb", source, position);
            }
            position = end + 1;
        }
    }

    private void next() {
        char c = source.charAt(position);
        if (c == '\\') {
            escape();
        } else if (c == '[') {
            characterClass();
        } else if (source.startsWith("(?<=", position) || source.startsWith("(?<!", position)) {
            lookBehind();
        } else if (source.startsWith("(?P<", position)) {
            target.append("(?<");
            position += 4;
        } else if (c == '{' && !isQuantifier()) {
            literal("\\{");
        } else if (c == '}' && !closesQuantifier()) {
            literal("\\}");
        } else {
            target.append(c);
            position++;
        }
    }

    /** PCRE2 takes only look-behind assertions of bounded length. */
    private void lookBehind() {
        int depth = 0;
        for (int i = position; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            } else if (c == '*' || c == '+') {
                throw new PatternSyntaxException("length of lookbehind assertion is not limited", source, i);
            }
        }
        target.append(source, position, position + 4);
        position += 4;
    }

    private void literal(String text) {
        target.append(text);
        position++;
    }

    private boolean isQuantifier() {
        int i = position + 1;
        int digits = 0;
        while (i < source.length()
                && (Character.isDigit(source.charAt(i)) || (source.charAt(i) == ',' && digits > 0))) {
            digits++;
            i++;
        }
        return digits > 0 && i < source.length() && source.charAt(i) == '}';
    }

    private boolean closesQuantifier() {
        int open = target.lastIndexOf("{");
        return open >= 0
                && (open == 0 || target.charAt(open - 1) != '\\')
                && target.substring(open + 1).chars().allMatch(c -> Character.isDigit(c) || c == ',');
    }

    private void escape() {
        if (source.startsWith("\\Q", position)) {
            int end = source.indexOf("\\E", position + 2);
            String quoted = source.substring(position + 2, end < 0 ? source.length() : end);
            target.append(Pattern.quote(quoted));
            position = end < 0 ? source.length() : end + 2;
            return;
        }
        if (source.startsWith("\\p{", position) || source.startsWith("\\P{", position)) {
            property();
            return;
        }
        int end = source.startsWith("\\p{", position)
                        || source.startsWith("\\P{", position)
                        || source.startsWith("\\x{", position)
                        || source.startsWith("\\k{", position)
                ? source.indexOf('}', position) + 1
                : position + 2;
        end = Math.min(end <= position ? source.length() : end, source.length());
        target.append(source, position, end);
        position = end;
    }

    /** A property of Unicode: a general category, of at most two letters, or the name of a script. */
    private void property() {
        int end = source.indexOf('}', position);
        if (end < 0) {
            throw new PatternSyntaxException("malformed \\p", source, position);
        }
        String name = source.substring(position + 3, end);
        boolean negated = name.startsWith("^") != (source.charAt(position + 1) == 'P');
        String plain = name.startsWith("^") ? name.substring(1) : name;
        target.append(negated ? "\\P{" : "\\p{")
                .append(plain.length() > 2 ? "Is" : "")
                .append(plain)
                .append('}');
        position = end + 1;
    }

    private void characterClass() {
        target.append('[');
        position++;
        if (position < source.length() && source.charAt(position) == '^') {
            literal("^");
        }
        if (position < source.length() && source.charAt(position) == ']') {
            literal("\\]");
        }
        while (position < source.length() && source.charAt(position) != ']') {
            inClass(source.charAt(position));
        }
        if (position >= source.length()) {
            throw new PatternSyntaxException("missing terminating ] for character class", source, position);
        }
        literal("]");
    }

    private void inClass(char c) {
        if (c == '\\') {
            escape();
        } else if (source.startsWith("[:", position) && source.indexOf(":]", position) > 0) {
            posix();
        } else if (c == '[') {
            literal("\\[");
        } else if (c == '&') {
            literal("\\&");
        } else if (extended && (c == '#' || Character.isWhitespace(c))) {
            literal("\\" + c);
        } else {
            target.append(c);
            position++;
        }
    }

    private void posix() {
        int end = source.indexOf(":]", position);
        String name = source.substring(position + 2, end);
        boolean negated = name.startsWith("^");
        String known = POSIX.get(negated ? name.substring(1) : name);
        if (known == null) {
            throw new PatternSyntaxException("unknown POSIX class name", source, position);
        }
        target.append(negated ? negate(known) : known);
        position = end + 2;
    }

    private static String negate(String known) {
        return known.equals("\\w") ? "\\W" : "\\P" + known.substring(2);
    }
}
