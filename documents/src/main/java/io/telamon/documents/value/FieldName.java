package io.telamon.documents.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A name of a field as text and as UTF-8, so that it is encoded once. */
public final class FieldName {
    private static final int LONGEST_INDEX = 9;

    private final String text;
    private final byte[] utf8;
    private final int index;

    /** A name; it may be empty and may hold dots. */
    public FieldName(String text) {
        this.text = text;
        this.utf8 = text.getBytes(StandardCharsets.UTF_8);
        this.index = indexOf(text);
    }

    /** The name. */
    public String text() {
        return text;
    }

    /** The name in UTF-8, without NUL; not to be changed. */
    byte[] utf8() {
        return utf8;
    }

    /** The position in an array that this name stands for, -1 when it is none. */
    public int index() {
        return index;
    }

    private static int indexOf(String text) {
        if (text.isEmpty() || text.length() > LONGEST_INDEX || (text.length() > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldName name && Arrays.equals(utf8, name.utf8);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
