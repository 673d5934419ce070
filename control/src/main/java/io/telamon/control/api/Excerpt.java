package io.telamon.control.api;

/** Shortens texts of requests that answers repeat, so that no answer is a multiple of its request. */
final class Excerpt {

    /** Characters that are repeated at most. */
    static final int LONGEST = 500;

    private Excerpt() {}

    static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
