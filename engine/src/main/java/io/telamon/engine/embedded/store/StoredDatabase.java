package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;

/** A database of a cluster: its collections and indexes are maps of the cluster's store. */
public final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Long> {

    private static final String CATALOGUE = "system.namespaces";

    private final Maps maps;
    private final boolean open;

    StoredDatabase(String name, Maps maps, CursorRegistry cursors) {
        super(name, cursors);
        this.maps = maps;
        initializeNamespacesAndIndexes();
        open = true;
    }

    /** The collection of that name, if there is one. */
    public Optional<StoredCollection> find(String name) {
        return Optional.ofNullable((StoredCollection) (MongoCollection<?>) resolveCollection(name, false));
    }

    /** The users' collections, by name. */
    public SortedMap<String, StoredCollection> userCollections() {
        SortedMap<String, StoredCollection> found = new TreeMap<>();
        for (Document entry : find(CATALOGUE).orElseThrow().queryAll()) {
            String name = String.valueOf(entry.get("name"))
                    .substring(getDatabaseName().length() + 1);
            if (!name.startsWith("system.")) {
                find(name).ifPresent(collection -> found.put(name, collection));
            }
        }
        return found;
    }

    /** The descriptions of a collection's indexes, that of {@code _id} first. */
    public List<Document> indexesOf(StoredCollection collection) {
        List<Document> found = new ArrayList<>();
        MongoCollection<Long> all = indexes.get();
        if (all != null) {
            all.handleQuery(new Document("ns", collection.getFullName())).forEach(found::add);
        }
        return found;
    }

    /** Adds an index that is not there yet, under no name or key that is; builds it or leaves nothing of it. */
    public void createIndex(StoredCollection collection, Document description) {
        Document complete = new Document("v", 2);
        complete.putAll(description);
        complete.put("ns", collection.getFullName());
        addIndex(complete);
    }

    /** Removes the index of that description. */
    public void removeIndex(StoredCollection collection, Document description) {
        dropIndex(collection, String.valueOf(description.get("name")));
        MongoCollection<Long> all = indexes.get();
        if (all != null) {
            all.deleteDocuments(
                    new Document("ns", collection.getFullName()).append("name", description.get("name")), 1);
        }
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return fresh(new UniqueIndex(map(collection, name), name, keys, sparse));
    }

    @Override
    protected Index<Long> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return fresh(new OrderedIndex(map(collection, name), name, keys, sparse));
    }

    private IndexMap map(String collection, String name) {
        MVMap<byte[], Long> map = maps.index(getFullCollectionNamespace(collection), name);
        return new IndexMap(map, new SizeCounter(maps, map));
    }

    /** An index whose building failed has left keys that a second attempt would take for a finished index. */
    private <I extends Index<Long> & StoredIndex> I fresh(I index) {
        if (open) {
            index.clear();
        }
        return index;
    }

    @Override
    protected void dropIndex(MongoCollection<Long> collection, String name) {
        collection.getIndexes().stream()
                .filter(index -> index.getName().equals(name))
                .findFirst()
                .ifPresent(index -> ((StoredIndex) index).clear());
        super.dropIndex(collection, name);
        maps.removeIndex(collection.getFullName(), name);
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<Long, byte[]> map = maps.documents(getFullCollectionNamespace(name));
        return new StoredCollection(this, name, options, map, new SizeCounter(maps, map), cursorRegistry);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        MVMap<Long, byte[]> map = maps.documents(getFullCollectionNamespace(name));
        super.dropCollection(name, oplog);
        new SizeCounter(maps, map).forget();
        maps.removeDocuments(getFullCollectionNamespace(name));
    }

    /** Gives a collection of this database another name, its indexes with it. */
    public void rename(StoredCollection collection, String name) {
        moveCollection(this, collection, name);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        if (from != this) {
            throw CommandErrors.notImplemented("renaming a collection into another database");
        }
        String before = collection.getFullName();
        super.moveCollection(from, collection, name);
        maps.renameDocuments(before, collection.getFullName());
        for (Index<?> index : collection.getIndexes()) {
            maps.renameIndex(before, collection.getFullName(), index.getName());
        }
    }

    /** Removes a collection. */
    public void remove(StoredCollection collection) {
        dropCollection(collection.getCollectionName(), NoopOplog.get());
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
