package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How large values would be if nothing in them were shared. An expression can put a value into another one many times for little memory, and
 * comparing or writing the result would take for ever.
 */
final class LogicalSizes {

    /** Four times what a document may have: something may be cut out of it yet. */
    private static final long MOST = 64 << 20;

    private final IdentityHashMap<Object, Long> known = new IdentityHashMap<>();

    /**
     * Counts a value that was made of others, which were counted before or were there.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 10334 if it is too large
     */
    void count(@Nullable Object value) {
        long size = value == null ? 0 : of(value);
        if (size > MOST) {
            throw CommandErrors.documentTooLarge((int) Math.min(Integer.MAX_VALUE, size));
        }
    }

    private long of(@Nullable Object value) {
        if (!(value instanceof Document || value instanceof Collection<?>)) {
            return Sizes.shallow(value);
        }
        Long before = known.get(value);
        if (before != null) {
            return before;
        }
        long size = Sizes.shallow(value);
        for (Object inner : value instanceof Document document ? document.values() : (Collection<?>) value) {
            size += of(inner);
        }
        known.put(value, size);
        return size;
    }

    /** Forgets all values. */
    void clear() {
        known.clear();
    }
}
