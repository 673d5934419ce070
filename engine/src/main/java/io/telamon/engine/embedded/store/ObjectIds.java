package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.telamon.engine.embedded.filter.DocumentEquality;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ObjectIds of documents that were inserted without an {@code _id}: the time, this process, a counter. */
final class ObjectIds {

    private static final String ID = "_id";

    private ObjectIds() {}

    static ObjectId next() {
        return new ObjectId(new org.bson.types.ObjectId().toByteArray());
    }

    /** Whether a filter or an update says which {@code _id} a document that is inserted has. */
    static boolean isGiven(Document filter, Document update) {
        return update.containsKey(ID)
                || update.values().stream()
                        .anyMatch(value -> value instanceof Document changes && changes.containsKey(ID))
                || filter.entrySet().stream().anyMatch(entry -> gives(entry.getKey(), entry.getValue()));
    }

    private static boolean gives(String name, @Nullable Object value) {
        return switch (name) {
            case ID ->
                !(value instanceof Document operators)
                        || !DocumentEquality.isOperators(operators)
                        || operators.keySet().stream().anyMatch(Set.of("$eq", "$in")::contains);
            case "$and" ->
                value instanceof Collection<?> filters && filters.stream().anyMatch(ObjectIds::givesIn);
            case "$or" -> value instanceof List<?> filters && filters.size() == 1 && givesIn(filters.getFirst());
            default -> false;
        };
    }

    private static boolean givesIn(@Nullable Object filter) {
        return filter instanceof Document document && isGiven(document, new Document());
    }

    /** The same filter, for a document with a new {@code _id}. */
    static Document addTo(Document filter) {
        return new Document("$and", List.of(filter, new Document(ID, new Document("$eq", next()))));
    }
}
