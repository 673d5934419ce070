package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.DocumentReader;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.expression.Matching;
import io.telamon.engine.embedded.store.Results;
import io.telamon.engine.embedded.store.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Updates that depend on what a filter matched in each document: those with the positional operator {@code $}, and those whose filter has an
 * expression. They are run one document at a time, with the position in place of the operator.
 */
final class PositionalUpdates {

    private final CommandCall call;
    private final Document filter;
    private final Document update;

    PositionalUpdates(CommandCall call, Document filter, Document update) {
        this.call = call;
        this.filter = filter;
        this.update = update;
    }

    /** Whether an update has to be run so. */
    static boolean concerns(Document filter, @Nullable Object update) {
        return Matching.hasExpression(filter)
                || (update instanceof Document modification && isPositional(modification));
    }

    private static boolean isPositional(Document update) {
        return update.values().stream()
                .anyMatch(changes -> changes instanceof Document paths
                        && paths.keySet().stream().anyMatch(PositionalUpdates::isPositional));
    }

    private static boolean isPositional(String path) {
        return path.contains(".$.") || path.endsWith(".$");
    }

    /** Runs an update as a statement says; tells what it did. */
    Document run(Document statement) {
        boolean multi = Values.isTrue(statement.get("multi"));
        if (Values.isTrue(statement.get("upsert")) && Matching.hasExpression(filter)) {
            throw CommandErrors.queryFeatureNotAllowed("$expr is not allowed in the query predicate for an upsert");
        }
        List<Object> ids = ids(multi ? 0 : 1);
        if (ids.isEmpty()) {
            return Writing.updateOnce(call, statement);
        }
        int matched = 0;
        int modified = 0;
        for (Object id : ids) {
            Document one = statement.clone();
            Document found = document(id).orElseThrow();
            one.put("q", byId(id));
            one.put("u", update(found));
            one.remove("upsert");
            Document done = Writing.updateOnce(call, one);
            matched += Writing.number(done, "n");
            modified += Writing.number(done, "nModified");
        }
        return new Document("n", matched).append("nModified", modified);
    }

    private List<Object> ids(int limit) {
        Search search = new Search(filter, null, new Document("_id", 1), 0, limit);
        List<Object> ids = new ArrayList<>();
        try (Results found = call.collection()
                .orElseThrow()
                .find(search, call.store().cursors().memory(), () -> {})) {
            do {
                found.take(1_000)
                        .forEach(each -> ids.add(Objects.requireNonNull(
                                DocumentReader.read(each.bytes()).get("_id"))));
            } while (!found.ended());
        }
        return ids;
    }

    static Document byId(@Nullable Object id) {
        return new Document("_id", new Document("$eq", id));
    }

    private Optional<Document> document(Object id) {
        Document query = new Document("find", call.target()).append("filter", byId(id));
        return FindCommands.documents(call.backend().run(call.database(), "find", query)).stream()
                .findFirst();
    }

    /** The update of one document that matches: the operator is replaced by the position of what was matched. */
    Document update(Document document) {
        if (!isPositional(update)) {
            return update;
        }
        Document concrete = new Document();
        update.forEach((operator, changes) ->
                concrete.put(operator, changes instanceof Document paths ? paths(paths, document) : changes));
        return concrete;
    }

    private Document paths(Document changes, Document document) {
        Document concrete = new Document();
        for (Map.Entry<String, @Nullable Object> change : changes.entrySet()) {
            String path = change.getKey();
            concrete.put(isPositional(path) ? path(path, document) : path, change.getValue());
        }
        return concrete;
    }

    private String path(String path, Document document) {
        int at = path.indexOf(".$");
        String rest = path.substring(at + 2);
        if (isPositional(rest)) {
            throw CommandErrors.badValue("Too many positional (i.e. '$') elements found in path '" + path + "'");
        }
        int position = new MatchedPosition(document, path.substring(0, at))
                .of(filter)
                .orElseThrow(() -> CommandErrors.badValue(
                        "The positional operator did not find the match needed from the query."));
        return path.substring(0, at) + "." + position + rest;
    }
}
