package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes one document and tells what it was or is. */
final class FindAndModify {

    private FindAndModify() {}

    static Document run(CommandCall call) {
        check(call);
        Document filter = Filters.prepare(call.document("query").orElseGet(Document::new));
        Optional<Document> found = first(call, filter);
        if (found.isPresent()) {
            return existing(call, concrete(call, filter, found.get()));
        }
        return call.isTrue("upsert") ? upsert(call, filter) : reply(new Document("n", 0), call, null);
    }

    private static void check(CommandCall call) {
        boolean removes = call.isTrue("remove");
        if (removes == call.body().containsKey("update")) {
            throw CommandErrors.failedToParse(
                    removes
                            ? "Cannot specify both an update and remove=true"
                            : "Either an update or remove=true must be specified");
        }
        if (removes && (call.isTrue("upsert") || call.isTrue("new"))) {
            throw CommandErrors.failedToParse("Cannot specify upsert=true or new=true if remove=true");
        }
        if (!removes) {
            call.body().put("update", Modifications.prepare(call.body().get("update")));
            if (call.body().get("arrayFilters") instanceof Collection<?> filters) {
                call.body().put("arrayFilters", Filters.prepareArrayFilters(filters));
            }
        }
        call.document("sort").ifPresent(Filters::checkSort);
        call.document("fields")
                .map(Projections::prepare)
                .ifPresent(fields -> call.body().put("fields", fields));
    }

    /** The filter to find the document by; an update that depends on what was matched in it is written for it alone. */
    private static Document concrete(CommandCall call, Document filter, Document found) {
        if (!(call.body().get("update") instanceof Document update) || !PositionalUpdates.concerns(filter, update)) {
            return filter;
        }
        call.body().put("update", new PositionalUpdates(call, filter, update).update(found));
        return PositionalUpdates.byId(found.get("_id"));
    }

    private static Optional<Document> first(CommandCall call, Document filter) {
        if (call.collection().isEmpty()) {
            return Optional.empty();
        }
        Document query =
                new Document("find", call.target()).append("filter", filter).append("limit", 1);
        call.document("sort").ifPresent(order -> query.put("sort", order));
        return FindCommands.documents(call.backend().run(call.database(), "find", query)).stream()
                .findFirst();
    }

    private static Document existing(CommandCall call, Document filter) {
        Document command = new Document("findAndModify", call.target());
        for (Map.Entry<String, Object> field : call.body().entrySet()) {
            if (!field.getKey().equals(call.command()) && !field.getKey().startsWith("$")) {
                command.put(field.getKey(), field.getValue());
            }
        }
        command.put("query", filter);
        Document done = call.backend().run(call.database(), "findAndModify", command);
        return reply(new Document("n", 1), call, (Document) done.get("value"));
    }

    private static Document upsert(CommandCall call, Document filter) {
        Document statement = new Document("q", filter)
                .append("u", call.body().get("update"))
                .append("upsert", true)
                .append("multi", false);
        if (call.body().containsKey("arrayFilters")) {
            statement.put("arrayFilters", call.body().get("arrayFilters"));
        }
        Object id =
                Writing.upserted(Writing.update(call, statement)).orElseThrow().get("_id");
        Document value = call.isTrue("new") ? projected(call, id) : null;
        return reply(new Document("n", 1).append("upserted", id), call, value);
    }

    private static Document projected(CommandCall call, @Nullable Object id) {
        Document query =
                new Document("find", call.target()).append("filter", new Document("_id", new Document("$eq", id)));
        call.document("fields").ifPresent(fields -> query.put("projection", fields));
        List<Document> found = FindCommands.documents(call.backend().run(call.database(), "find", query));
        return found.getFirst();
    }

    private static Document reply(Document outcome, CommandCall call, @Nullable Document value) {
        Document last = new Document("n", Objects.requireNonNull(outcome.get("n")));
        if (!call.isTrue("remove")) {
            last.put("updatedExisting", outcome.get("n").equals(1) && !outcome.containsKey("upserted"));
        }
        if (outcome.containsKey("upserted")) {
            last.put("upserted", outcome.get("upserted"));
        }
        return new Document("lastErrorObject", last).append("value", value).append("ok", 1.0);
    }
}
