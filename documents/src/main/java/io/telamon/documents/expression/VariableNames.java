package io.telamon.documents.expression;

import io.telamon.documents.error.ErrorCode;

/** Rules for names of variables. */
public final class VariableNames {
    private VariableNames() {}

    /**
     * Checks a name that a user wants to define: it begins with a lower-case letter or a character outside ASCII, or is
     * {@code CURRENT}.
     *
     * @throws io.telamon.documents.error.CommandException 9 FailedToParse
     */
    public static void checkDefinition(String name) {
        if (name.equals("CURRENT")) {
            return;
        }
        checkUse(name);
        char first = name.charAt(0);
        if (first < 128 && !(first >= 'a' && first <= 'z')) {
            throw ErrorCode.FAILED_TO_PARSE.error(
                    "'" + name + "' starts with an invalid character for a user variable name");
        }
    }

    /** Checks a name that is used. */
    static void checkUse(String name) {
        if (name.isEmpty()) {
            throw ErrorCode.FAILED_TO_PARSE.error("empty variable names are not allowed");
        }
        char first = name.charAt(0);
        if (first < 128 && !isLetter(first)) {
            throw ErrorCode.FAILED_TO_PARSE.error(
                    "'" + name + "' starts with an invalid character for a variable name");
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 128 && !isLetter(c) && c != '_' && !(c >= '0' && c <= '9')) {
                throw ErrorCode.FAILED_TO_PARSE.error(
                        "'" + name + "' contains an invalid character for a variable name");
            }
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
