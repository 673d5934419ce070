package io.telamon.engine.embedded.store;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The maps of a store file, by name. Nothing in them is a serialized Java object. */
final class Maps {

    private static final String DATA = "data:";

    private final MVStore store;

    Maps(MVStore store) {
        this.store = store;
    }

    /** Documents by their position: the order in which they were inserted. */
    MVMap<Long, byte[]> documents(String namespace) {
        return store.openMap(
                DATA + namespace,
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteKeys.INSTANCE));
    }

    /** Positions by the values of an index. */
    MVMap<byte[], Long> index(String namespace, String index) {
        return store.openMap(
                indexName(namespace, index),
                new MVMap.Builder<byte[], Long>().keyType(ByteKeys.INSTANCE).valueType(LongDataType.INSTANCE));
    }

    /** How many bytes each other map holds. */
    MVMap<String, Long> sizes() {
        return store.openMap(
                "sizes",
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    /** What is kept of the cluster's logical time. */
    MVMap<String, Long> times() {
        return store.openMap(
                "times",
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    /** Replies to writes that may be sent again, by session. */
    MVMap<byte[], byte[]> retries() {
        return store.openMap(
                "retries",
                new MVMap.Builder<byte[], byte[]>().keyType(ByteKeys.INSTANCE).valueType(ByteKeys.INSTANCE));
    }

    /** The names of the databases that have ever held something. */
    Iterable<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DATA))
                .map(name -> name.substring(DATA.length(), name.indexOf('.')))
                .distinct()
                .toList();
    }

    void removeDocuments(String namespace) {
        remove(DATA + namespace);
    }

    void removeIndex(String namespace, String index) {
        remove(indexName(namespace, index));
    }

    private void remove(String name) {
        if (store.hasMap(name)) {
            store.removeMap(name);
        }
    }

    void renameDocuments(String from, String to) {
        store.renameMap(documents(from), DATA + to);
    }

    void renameIndex(String from, String to, String index) {
        store.renameMap(index(from, index), indexName(to, index));
    }

    /** The length tells where the collection's name ends: both names may contain any sign. */
    private static String indexName(String namespace, String index) {
        return "index:" + namespace.length() + ":" + namespace + ":" + index;
    }
}
