package io.telamon.engine.embedded.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The keys of one index and the positions they stand for, counted. */
final class IndexMap {

    /** What a position takes beside its key. */
    private static final int POSITION = 8;

    private final MVMap<byte[], Long> map;
    private final SizeCounter tally;

    IndexMap(MVMap<byte[], Long> map, SizeCounter tally) {
        this.map = map;
        this.tally = tally;
    }

    MVMap<byte[], Long> map() {
        return map;
    }

    @SuppressWarnings("NullAway")
    @Nullable
    Long get(byte[] key) {
        return map.get(key);
    }

    boolean putIfAbsent(byte[] key, long position) {
        boolean absent = map.putIfAbsent(key, position) == null;
        if (absent) {
            tally.add(key.length + POSITION);
        }
        return absent;
    }

    @Nullable
    Long remove(byte[] key) {
        Long removed = map.remove(key);
        if (removed != null) {
            tally.add(-(key.length + POSITION));
        }
        return removed;
    }

    /** The positions in those pieces, each once. */
    Set<Long> positions(List<KeyRange> ranges) {
        Set<Long> positions = new LinkedHashSet<>();
        for (KeyRange range : ranges) {
            Cursor<byte[], Long> keys = map.cursor(range.from(), range.to(), false);
            while (keys.hasNext()) {
                keys.next();
                positions.add(keys.getValue());
            }
        }
        return positions;
    }

    long count() {
        return map.sizeAsLong();
    }

    long bytes() {
        return tally.bytes();
    }

    void clear() {
        map.clear();
        tally.forget();
    }
}
