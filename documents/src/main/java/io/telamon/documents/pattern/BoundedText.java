package io.telamon.documents.pattern;

import java.io.Serial;

/** A text that can be read a limited number of times. */
final class BoundedText implements CharSequence {
    private final String text;
    private int left;

    BoundedText(String text, int steps) {
        this.text = text;
        this.left = steps;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Thrown when the text was read too often. */
    static final class Exhausted extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
