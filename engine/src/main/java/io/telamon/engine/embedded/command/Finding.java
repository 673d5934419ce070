package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.error.Errors;
import io.telamon.engine.embedded.store.Cursors;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The commands that read one collection by a filter. */
final class Finding {

    private Finding() {}

    static Document find(Call call) {
        Document query = new Document("find", call.target());
        query.put("filter", Filters.prepare(call.document("filter").orElseGet(Document::new)));
        call.document("sort").map(Filters::checkSort).ifPresent(sort -> query.put("sort", sort));
        call.document("projection").map(Projections::check).ifPresent(fields -> query.put("projection", fields));
        call.count("skip").ifPresent(skip -> query.put("skip", skip));
        call.count("limit").ifPresent(limit -> query.put("limit", limit));
        int batchSize = call.count("batchSize").orElse(Cursors.FIRST);
        List<Document> result = call.collection().isPresent()
                ? documents(call.backend().run(call.database(), "find", query))
                : List.of();
        return call.store().cursors().first(call.namespace(), result, batchSize, call.isTrue("singleBatch"));
    }

    /** The documents of a reply that has them all. */
    @SuppressWarnings("unchecked")
    static List<Document> documents(Document reply) {
        Document cursor = (Document) Objects.requireNonNull(reply.get("cursor"));
        return (List<Document>) Objects.requireNonNull(cursor.get("firstBatch"));
    }

    static Document count(Call call) {
        Document query = new Document("count", call.target());
        call.document("query").map(Filters::prepare).ifPresent(filter -> query.put("query", filter));
        call.count("skip").ifPresent(skip -> query.put("skip", skip));
        if (call.body().get("limit") instanceof Number limit) {
            query.put("limit", (int) Math.min(Integer.MAX_VALUE, Math.abs(limit.longValue())));
        }
        return call.collection().isPresent()
                ? call.backend().run(call.database(), "count", query)
                : new Document("n", 0).append("ok", 1.0);
    }

    static Document distinct(Call call) {
        if (!(call.body().get("key") instanceof String key)) {
            throw Errors.missing("distinct", "key");
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
