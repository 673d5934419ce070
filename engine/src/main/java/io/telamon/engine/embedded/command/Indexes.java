package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.StoredCollection;
import io.telamon.engine.embedded.store.StoredDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands about indexes. */
final class Indexes {

    private static final Set<String> INTERNAL = Set.of("ns", "background");

    /** The most indexes of a collection, that of {@code _id} included (MongoDB manual, "Limits and Thresholds"). */
    private static final int MOST = 64;

    private Indexes() {}

    static Document create(CommandCall call) {
        boolean dropsUnknown = call.isTrue("ignoreUnknownIndexOptions");
        List<IndexSpec> wanted = call.documents("indexes").stream()
                .map(description -> IndexSpec.of(description, dropsUnknown))
                .toList();
        boolean made = call.collection().isEmpty();
        StoredCollection collection = call.orCreate();
        StoredDatabase database = call.stored();
        int before = database.indexesOf(collection).size();
        checkNumber(call, database.indexesOf(collection), wanted);
        for (IndexSpec spec : wanted) {
            if (!spec.isAmong(database.indexesOf(collection))) {
                database.createIndex(collection, spec.description());
            }
        }
        int after = database.indexesOf(collection).size();
        Document reply = new Document("numIndexesBefore", before)
                .append("numIndexesAfter", after)
                .append("createdCollectionAutomatically", made);
        if (before == after) {
            reply.put("note", "all indexes already exist");
        }
        return reply.append("ok", 1.0);
    }

    private static void checkNumber(CommandCall call, List<Document> existing, List<IndexSpec> wanted) {
        long further = wanted.stream().filter(spec -> !spec.isAmong(existing)).count();
        if (existing.size() + further > MOST) {
            throw CommandErrors.cannotCreateIndex(
                    "add index fails, too many indexes for " + call.namespace() + ": more than " + MOST);
        }
    }

    static Document list(CommandCall call) {
        StoredCollection collection = call.collection()
                .orElseThrow(() -> CommandErrors.namespaceNotFound("ns does not exist: " + call.namespace()));
        List<Document> found = new ArrayList<>();
        for (Document index : call.stored().indexesOf(collection)) {
            Document shown =
                    new Document("v", 2).append("key", index.get("key")).append("name", index.get("name"));
            index.forEach((field, value) -> {
                if (!INTERNAL.contains(field)) {
                    shown.put(field, value);
                }
            });
            found.add(shown);
        }
        return call.store().cursors().first(call.namespace(), found, call.batchSize(Integer.MAX_VALUE), false);
    }

    static Document drop(CommandCall call) {
        StoredCollection collection = call.collection()
                .orElseThrow(() -> CommandErrors.namespaceNotFound("ns not found " + call.namespace()));
        List<Document> existing = call.stored().indexesOf(collection);
        for (Document index : chosen(existing, call.body().get("index"))) {
            call.stored().removeIndex(collection, index);
        }
        return new Document("nIndexesWas", existing.size()).append("ok", 1.0);
    }

    private static List<Document> chosen(List<Document> existing, @Nullable Object choice) {
        return switch (choice) {
            case null -> throw CommandErrors.missing("dropIndexes", "index");
            case String star
            when star.equals("*") ->
                existing.stream().filter(index -> !isOfId(index)).toList();
            case Collection<?> names ->
                names.stream().map(name -> one(existing, name)).toList();
            default -> List.of(one(existing, choice));
        };
    }

    private static Document one(List<Document> existing, @Nullable Object choice) {
        Optional<Document> found = existing.stream()
                .filter(index -> Objects.equals(index.get(choice instanceof Document ? "key" : "name"), choice))
                .findFirst();
        Document index = found.orElseThrow(() -> CommandErrors.indexNotFound(
                choice instanceof Document key
                        ? "can't find index with key: " + key
                        : "index not found with name [" + choice + "]"));
        if (isOfId(index)) {
            throw CommandErrors.invalidOptions("cannot drop _id index");
        }
        return index;
    }

    static boolean isOfId(Document index) {
        return "_id_".equals(index.get("name"));
    }
}
