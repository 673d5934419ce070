package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pieces of an index in which everything lies that a query can match; the query itself is checked on what is found there. Only
 * conditions whose meaning is beyond doubt are used: equality and membership of plain values, and one bound.
 */
final class QueryRanges {

    private static final int MOST = 1_000;
    private static final Set<String> LOWER = Set.of("$gt", "$gte");
    private static final Set<String> UPPER = Set.of("$lt", "$lte");

    private List<byte[]> prefixes = List.of(new byte[0]);
    private @Nullable List<KeyRange> ranges;
    private boolean narrowed;

    private QueryRanges() {}

    /** The pieces that a query needs, or nothing if it needs the whole index. */
    static Optional<List<KeyRange>> of(Document query, List<String> fields) {
        QueryRanges found = new QueryRanges();
        for (String field : fields) {
            if (!query.containsKey(field) || !found.use(query.get(field))) {
                break;
            }
        }
        return found.narrowed ? Optional.of(found.result()) : Optional.empty();
    }

    private List<KeyRange> result() {
        return ranges != null
                ? ranges
                : prefixes.stream().map(KeyRange::startingWith).toList();
    }

    /** Uses one condition; tells whether the next field can be used as well. */
    private boolean use(@Nullable Object condition) {
        if (condition instanceof Document operators) {
            return operators(operators);
        }
        return isPlain(condition) && equalTo(List.of(condition));
    }

    private boolean operators(Document operators) {
        Object equal = operators.get("$eq");
        if (isPlain(equal)) {
            return equalTo(List.of(equal));
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(QueryRanges::isPlain)) {
            return equalTo(values);
        }
        return bound(operators);
    }

    private boolean equalTo(Collection<?> values) {
        if (prefixes.size() * values.size() > MOST) {
            return false;
        }
        List<byte[]> longer = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            for (Object value : values) {
                longer.add(new KeyBytes().start(prefix).add(value).bytes());
            }
        }
        prefixes = longer;
        narrowed = true;
        return true;
    }

    /** A field may hold an array whose elements satisfy two bounds each by another element, so only one bound can be used. */
    private boolean bound(Document operators) {
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            int tag = operator.getValue() == null ? -1 : KeyBytes.sortable(operator.getValue());
            boolean lower = LOWER.contains(operator.getKey());
            if (tag >= 0 && (lower || UPPER.contains(operator.getKey()))) {
                ranges = prefixes.stream()
                        .map(prefix -> bounded(prefix, tag, operator.getValue(), lower))
                        .toList();
                narrowed = true;
                return false;
            }
        }
        return false;
    }

    private static KeyRange bounded(byte[] prefix, int tag, Object value, boolean lower) {
        byte[] limit = new KeyBytes().start(prefix).add(value).bytes();
        return lower
                ? new KeyRange(
                        limit, new KeyBytes().start(prefix).tagged(tag + 1).bytes())
                : new KeyRange(
                        new KeyBytes().start(prefix).tagged(tag).bytes(),
                        KeyRange.startingWith(limit).to());
    }

    private static boolean isPlain(@Nullable Object value) {
        return value != null
                && (KeyBytes.sortable(value) >= 0
                        || value instanceof UUID
                        || value instanceof LegacyUUID
                        || value instanceof BinData);
    }
}
