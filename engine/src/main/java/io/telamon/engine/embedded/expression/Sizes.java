package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes of the heap values take. */
public final class Sizes {

    static final int REFERENCE = 8;
    private static final int OBJECT = 24;
    private static final int STRING = 48;
    private static final int DOCUMENT = 120;
    private static final int FIELD = 64;

    private Sizes() {}

    /** A value with all that is in it. What is in it twice counts twice. */
    public static long of(@Nullable Object value) {
        return switch (value) {
            case Document document -> document(document);
            case Collection<?> values -> list(values);
            case String text -> string(text);
            case null, default -> OBJECT;
        };
    }

    private static long document(Document document) {
        long size = DOCUMENT;
        for (Map.Entry<String, Object> field : document.entrySet()) {
            size += FIELD + field.getKey().length() + of(field.getValue());
        }
        return size;
    }

    private static long list(Collection<?> values) {
        long size = STRING + (long) REFERENCE * values.size();
        for (Object value : values) {
            size += of(value);
        }
        return size;
    }

    static long string(String text) {
        return string(text.length());
    }

    static long string(long length) {
        return STRING + length;
    }

    /** A value without what is in it, which was there before. */
    static long shallow(@Nullable Object value) {
        return switch (value) {
            case Document document -> DOCUMENT + (long) FIELD * document.size();
            case Collection<?> values -> STRING + (long) REFERENCE * values.size();
            case String text -> string(text);
            case null, default -> OBJECT;
        };
    }

    /** So many numbers in a list. */
    static long numbers(long count) {
        return STRING + count * (REFERENCE + OBJECT);
    }
}
