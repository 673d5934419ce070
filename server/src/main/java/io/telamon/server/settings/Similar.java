package io.telamon.server.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
public final class Similar {

    private static final int MOST_EDITS = 3;

    private Similar() {}

    /** The known name that is nearest, when at most three characters of it differ. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> edits(name, other) <= MOST_EDITS)
                .min(Comparator.comparingInt(other -> edits(name, other)));
    }

    /** {@code ; did you mean NAME?} or, when no known name is near, where to look. */
    static String hint(String name, Collection<String> known) {
        return to(name, known)
                .map(other -> "; did you mean " + other + "?")
                .orElse("; docs/configuration.md lists all");
    }

    /** The edit distance of Levenshtein. */
    static int edits(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
