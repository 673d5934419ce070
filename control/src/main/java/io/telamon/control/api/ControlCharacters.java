package io.telamon.control.api;

/**
 * Finds the characters that no text of a request may hold: control characters (Unicode category Cc: C0, DEL and C1) and
 * surrogates without their other half, which UTF-8 cannot express (RFC 3629, section 3).
 */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** Whether a text of one line, such as a name, holds one. */
    public static boolean areIn(String text) {
        return areIn(text, false);
    }

    /** The same of a text that may have several lines: tabs, carriage returns and line feeds are none here. */
    public static boolean areInLines(String text) {
        return areIn(text, true);
    }

    private static boolean areIn(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && !(lines && isBreakOrTab(c)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBreakOrTab(char c) {
        return c == '\t' || c == '\r' || c == '\n';
    }
}
