package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.StoredCollection;
import io.telamon.engine.embedded.store.StoredDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How much there is. What is stored is counted as written, uncompressed. */
final class Statistics {

    private Statistics() {}

    /** Bytes of documents and indexes of a database. */
    static long size(StoredDatabase database) {
        Collection<StoredCollection> all = database.userCollections().values();
        return data(all) + indexes(all);
    }

    /** Bytes of the documents. */
    static long data(Collection<StoredCollection> collections) {
        return collections.stream().mapToLong(StoredCollection::bytes).sum();
    }

    /** Bytes of the indexes. */
    static long indexes(Collection<StoredCollection> collections) {
        return collections.stream().mapToLong(StoredCollection::indexBytes).sum();
    }

    static Document collection(CommandCall call) {
        Optional<StoredCollection> found = call.collection();
        List<StoredCollection> one = found.map(List::of).orElseGet(List::of);
        long scale = scale(call);
        Document sizes = new Document();
        found.ifPresent(collection ->
                collection.getIndexes().forEach(index -> sizes.put(index.getName(), index.getDataSize() / scale)));
        Document reply = new Document("ns", call.namespace());
        measures(reply, one, scale);
        return reply.append("capped", false)
                .append("nindexes", sizes.size())
                .append("indexSizes", sizes)
                .append("scaleFactor", scale)
                .append("ok", 1.0);
    }

    private static void measures(Document reply, List<StoredCollection> collections, long scale) {
        long count = collections.stream().mapToLong(StoredCollection::size).sum();
        long data = data(collections);
        long indexes = indexes(collections);
        reply.append("size", data / scale)
                .append("count", count)
                .append("avgObjSize", count == 0 ? 0 : data / count)
                .append("storageSize", data / scale)
                .append("totalIndexSize", indexes / scale)
                .append("totalSize", (data + indexes) / scale);
    }

    static Document database(CommandCall call) {
        Collection<StoredCollection> all = call.backend()
                .find(call.database())
                .map(database -> database.userCollections().values())
                .orElseGet(List::of);
        double scale = scale(call);
        long count = all.stream().mapToLong(StoredCollection::size).sum();
        long data = data(all);
        long indexes = indexes(all);
        return new Document("db", call.database())
                .append("collections", (long) all.size())
                .append("views", 0L)
                .append("objects", count)
                .append("avgObjSize", count == 0 ? 0.0 : (double) data / count)
                .append("dataSize", data / scale)
                .append("storageSize", data / scale)
                .append(
                        "indexes",
                        all.stream().mapToLong(each -> each.getIndexes().size()).sum())
                .append("indexSize", indexes / scale)
                .append("totalSize", (data + indexes) / scale)
                .append("scaleFactor", (long) scale)
                .append("ok", 1.0);
    }

    private static long scale(CommandCall call) {
        int scale = call.count("scale").orElse(1);
        if (scale < 1) {
            throw CommandErrors.badValue("BSON field 'scale' value must be >= 1, actual value '" + scale + "'");
        }
        return scale;
    }
}
