package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.Cursors;
import io.telamon.engine.embedded.store.Search;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The commands that read one collection by a filter. */
final class FindCommands {

    private FindCommands() {}

    static Document find(CommandCall call) {
        Search search = new Search(
                Filters.prepare(call.document("filter").orElseGet(Document::new)),
                call.document("sort").map(Filters::checkSort).orElse(null),
                call.document("projection").map(Projections::prepare).orElse(null),
                call.count("skip").orElse(0),
                call.count("limit").orElse(0));
        int batchSize = call.count("batchSize").orElse(Cursors.FIRST);
        Cursors cursors = call.store().cursors();
        Optional<StoredCollection> collection = call.collection();
        return collection.isPresent()
                ? cursors.first(
                        call.namespace(),
                        collection.get().find(search, cursors.memory(), call.store()::letWritersIn),
                        batchSize,
                        call.isTrue("singleBatch"))
                : cursors.first(call.namespace(), List.of(), batchSize, true);
    }

    /** The documents of a reply that has them all. */
    @SuppressWarnings("unchecked")
    static List<Document> documents(Document reply) {
        Document cursor = (Document) Objects.requireNonNull(reply.get("cursor"));
        return (List<Document>) Objects.requireNonNull(cursor.get("firstBatch"));
    }

    static Document count(CommandCall call) {
        Document filter = call.document("query").map(Filters::prepare).orElseGet(Document::new);
        long limit = call.body().get("limit") instanceof Number number ? Math.abs(number.longValue()) : 0;
        Search search =
                new Search(filter, null, null, call.count("skip").orElse(0), (int) Math.min(Integer.MAX_VALUE, limit));
        int found = call.collection()
                .map(collection ->
                        collection.count(search, call.store().cursors().memory(), call.store()::letWritersIn))
                .orElse(0);
        return new Document("n", found).append("ok", 1.0);
    }

    static Document distinct(CommandCall call) {
        if (!(call.body().get("key") instanceof String key)) {
            throw CommandErrors.missing("distinct", "key");
        }
        if (key.contains("\0")) {
            throw new de.bwaldvogel.mongo.exception.MongoServerError(
                    31032, "Key field cannot contain an embedded null byte");
        }
        Document query = new Document("key", key)
                .append("query", Filters.prepare(call.document("query").orElseGet(Document::new)));
        Document reply = call.collection()
                .map(collection -> collection.handleDistinct(query))
                .orElseGet(() -> new Document("values", List.of()).append("ok", 1.0));
        reply.put("values", new ArrayList<>((Collection<?>) Objects.requireNonNull(reply.get("values"))));
        if (DocumentWriter.write(reply).length > StoredCollection.LARGEST) {
            throw new de.bwaldvogel.mongo.exception.MongoServerError(17217, "distinct too big, 16mb cap");
        }
        return reply;
    }
}
