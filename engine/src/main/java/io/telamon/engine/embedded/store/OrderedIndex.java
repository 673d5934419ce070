package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index that may hold a key many times: the position is the end of what is stored as key. */
final class OrderedIndex extends Index<Long> implements StoredIndex {

    private final IndexMap map;

    OrderedIndex(IndexMap map, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.map = map;
    }

    /** It does not know: many documents may have the same values. */
    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Long getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        getKeyValues(document);
    }

    @Override
    public void add(Document document, Long position, MongoCollection<Long> collection) {
        for (byte[] key : keysOf(document, position)) {
            map.putIfAbsent(key, position);
        }
    }

    /** Nothing: {@link #remove(Document, Long)} is what is called. */
    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Long remove(Document document) {
        return null;
    }

    /** Removes what a document at a position has here. */
    void remove(Document document, Long position) {
        for (byte[] key : keysOf(document, position)) {
            map.remove(key);
        }
    }

    private List<byte[]> keysOf(Document document, long position) {
        List<byte[]> keys = new ArrayList<>();
        for (KeyValue values : getKeyValues(document)) {
            KeyBytes key = new KeyBytes();
            values.forEach(key::add);
            keys.add(key.int64(position).bytes());
        }
        return keys;
    }

    @Override
    public boolean canHandle(Document query) {
        return QueryRanges.of(query, keys()).isPresent();
    }

    @Override
    public Iterable<Long> getPositions(Document query) {
        return map.positions(QueryRanges.of(query, keys()).orElseThrow());
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
        getKeyValues(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Long position, MongoCollection<Long> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before, position);
            add(after, position, collection);
        }
    }

    @Override
    public long getCount() {
        return map.count();
    }

    @Override
    public long getDataSize() {
        return map.bytes();
    }

    @Override
    public void drop() {
        // the database removes the map
    }

    @Override
    public MVMap<?, ?> map() {
        return map.map();
    }

    @Override
    public void clear() {
        map.clear();
    }
}
