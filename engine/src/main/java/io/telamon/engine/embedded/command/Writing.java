package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The commands that write documents. */
final class Writing {

    private static final CommandFields UPDATE =
            CommandFields.of("update.updates", "q u multi upsert arrayFilters hint", "c collation sort upsertSupplied");
    private static final CommandFields DELETE = CommandFields.of("delete.deletes", "q limit hint", "collation");

    private Writing() {}

    static Document insert(CommandCall call) {
        List<Document> documents = call.documents("documents");
        StoredCollection collection = call.orCreate();
        AtomicInteger inserted = new AtomicInteger();
        Statements statements = new Statements(call);
        statements.run(documents, document -> {
            collection.addDocument(document);
            inserted.incrementAndGet();
        });
        return statements.finish(new Document("n", inserted.get()));
    }

    static Document update(CommandCall call) {
        List<Document> updates = call.documents("updates");
        updates.forEach(update -> Statements.refuseBefore(() -> prepareUpdate(update.clone())));
        AtomicInteger matched = new AtomicInteger();
        AtomicInteger modified = new AtomicInteger();
        List<Document> upserted = new ArrayList<>();
        Statements statements = new Statements(call);
        statements.run(updates, statement -> {
            prepareUpdate(statement);
            Document done = update(call, statement);
            matched.addAndGet(number(done, "n"));
            modified.addAndGet(number(done, "nModified"));
            upserted(done)
                    .ifPresent(entry ->
                            upserted.add(new Document("index", statements.index()).append("_id", entry.get("_id"))));
        });
        Document reply = new Document("n", matched.get()).append("nModified", modified.get());
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        return statements.finish(reply);
    }

    private static void prepareUpdate(Document statement) {
        UPDATE.check(statement);
        statement.put("u", Modifications.prepare(statement.get("u")));
        if (statement.get("arrayFilters") instanceof Collection<?> filters) {
            statement.put("arrayFilters", Filters.prepareArrayFilters(filters));
        }
        if (statement.get("q") instanceof Document filter) {
            statement.put("q", Filters.prepare(filter));
        } else {
            throw CommandErrors.missing("update.updates", "q");
        }
    }

    /** Runs one update. */
    static Document update(CommandCall call, Document statement) {
        if (call.collection().isEmpty()) {
            if (!Values.isTrue(statement.get("upsert"))) {
                return new Document("n", 0).append("nModified", 0);
            }
            call.orCreate();
        }
        Document filter = (Document) Objects.requireNonNull(statement.get("q"));
        return statement.get("u") instanceof Document update && PositionalUpdates.concerns(filter, update)
                ? new PositionalUpdates(call, filter, update).run(statement)
                : updateOnce(call, statement);
    }

    /** Has mongo-java-server run an update. */
    static Document updateOnce(CommandCall call, Document statement) {
        Document command = new Document("update", call.target())
                .append("updates", List.of(statement))
                .append("ordered", true);
        Document done = call.backend().run(call.database(), "update", command);
        if (done.get("writeErrors") instanceof List<?> errors) {
            throw error((Document) errors.getFirst());
        }
        return done;
    }

    private static MongoServerError error(Document error) {
        String message = String.valueOf(error.get("errmsg"));
        return error.get("code") instanceof Number code
                ? new MongoServerError(
                        code.intValue(), String.valueOf(error.getOrDefault("codeName", "Location" + code)), message)
                : CommandErrors.badValue(message);
    }

    /** The entry of the document that one update inserted. */
    static Optional<Document> upserted(Document done) {
        return done.get("upserted") instanceof Collection<?> entries
                ? Optional.of((Document) entries.iterator().next())
                : Optional.empty();
    }

    static int number(Document reply, String field) {
        return ((Number) Objects.requireNonNull(reply.get(field))).intValue();
    }

    static Document delete(CommandCall call) {
        List<Document> deletes = call.documents("deletes");
        deletes.forEach(delete -> Statements.refuseBefore(() -> prepareDelete(delete.clone())));
        AtomicInteger deleted = new AtomicInteger();
        Statements statements = new Statements(call);
        statements.run(deletes, statement -> {
            prepareDelete(statement);
            call.collection()
                    .ifPresent(collection -> deleted.addAndGet(collection.deleteDocuments(
                            (Document) Objects.requireNonNull(statement.get("q")),
                            number(statement, "limit"),
                            NoopOplog.get())));
        });
        return statements.finish(new Document("n", deleted.get()));
    }

    private static void prepareDelete(Document statement) {
        DELETE.check(statement);
        if (!(statement.get("q") instanceof Document filter)) {
            throw CommandErrors.missing("delete.deletes", "q");
        }
        statement.put("q", Filters.prepare(filter));
        if (!(statement.get("limit") instanceof Number limit)
                || (limit.doubleValue() != 0 && limit.doubleValue() != 1)) {
            throw CommandErrors.failedToParse(
                    "The limit field in delete objects must be 0 or 1. Got " + statement.get("limit"));
        }
    }
}
