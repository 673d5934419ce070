package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** An index that holds each key once. */
final class UniqueIndex extends AbstractUniqueIndex<Long> implements StoredIndex {

    private final IndexMap map;

    UniqueIndex(IndexMap map, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.map = map;
    }

    @Override
    @SuppressWarnings("NullAway")
    protected Long removeDocument(KeyValue key) {
        return map.remove(bytes(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Long position) {
        return map.putIfAbsent(bytes(key), position);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Long>> getIterable() {
        throw new UnsupportedOperationException("keys are not read back");
    }

    @Override
    @SuppressWarnings("NullAway")
    protected Long getPosition(KeyValue key) {
        return map.get(bytes(key));
    }

    private static byte[] bytes(KeyValue key) {
        KeyBytes bytes = new KeyBytes();
        key.forEach(bytes::add);
        return bytes.bytes();
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Long> collection) {
        try {
            super.checkAdd(document, collection);
        } catch (DuplicateKeyError e) {
            throw new DuplicateKey(e, this, document);
        }
    }

    /** Every update passes here, on the index of {@code _id}, before anything is changed. */
    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
        StoredCollection.checkSize(after);
        try {
            super.checkUpdate(before, after, collection);
        } catch (DuplicateKeyError e) {
            throw new DuplicateKey(e, this, after);
        }
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return QueryRanges.of(query, keys()).isPresent();
    }

    @Override
    public synchronized Iterable<Long> getPositions(Document query) {
        return map.positions(QueryRanges.of(query, keys()).orElseThrow());
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
    public MVMap<?, ?> map() {
        return map.map();
    }

    @Override
    public void clear() {
        map.clear();
    }
}
