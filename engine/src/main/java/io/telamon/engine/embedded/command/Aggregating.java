package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.Errors;
import io.telamon.engine.embedded.store.Cursors;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.List;
import java.util.Optional;

/** The aggregate command. */
final class Aggregating {

    private Aggregating() {}

    /** Whether its last stage writes. */
    static boolean writes(Document body) {
        return body.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    static Document aggregate(Call call) {
        if (!(call.body().get("aggregate") instanceof String)) {
            throw Errors.notImplemented("an aggregation over a whole database");
        }
        if (call.document("cursor").isEmpty()) {
            throw Errors.failedToParse(
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
        List<Document> pipeline = Pipelines.prepare(call.body().get("pipeline"));
        Optional<Document> out = pipeline.isEmpty() || !pipeline.getLast().containsKey("$out")
                ? Optional.empty()
                : Optional.of(pipeline.getLast());
        List<Document> result = run(call, out.isPresent() ? pipeline.subList(0, pipeline.size() - 1) : pipeline);
        if (out.isPresent()) {
            Output.replace(call, out.get().get("$out"), result);
            return call.store().cursors().first(call.namespace(), List.of(), 0, true);
        }
        return call.store().cursors().first(call.namespace(), result, call.batchSize(Cursors.FIRST), false);
    }

    private static List<Document> run(Call call, List<Document> pipeline) {
        Optional<StoredCollection> source = call.collection();
        if (source.isEmpty()) {
            if (pipeline.stream().anyMatch(stage -> stage.containsKey("$facet"))) {
                throw Errors.notImplemented("$facet over a collection that does not exist");
            }
            return List.of();
        }
        Document command = new Document("aggregate", call.target())
                .append("pipeline", pipeline)
                .append("cursor", new Document());
        return Finding.documents(call.backend().run(call.database(), "aggregate", command));
    }
}
