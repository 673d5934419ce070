package io.telamon.server.data;

import java.util.regex.Pattern;

/** Words for a POSIX shell. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWord() {}

    /** The text, in single quotes where a shell would read more into it. */
    public static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The text of a word that {@link #quoted} made. */
    static String unquoted(String word) {
        return word.length() > 1 && word.startsWith("'") && word.endsWith("'")
                ? word.substring(1, word.length() - 1).replace("'\\''", "'")
                : word;
    }
}
