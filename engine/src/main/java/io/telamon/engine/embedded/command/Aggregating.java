package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.Cursors;
import io.telamon.engine.embedded.store.MaterializedResults;
import io.telamon.engine.embedded.store.OpenEndedResults;
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

    static Document aggregate(CommandCall call) {
        if (!(call.body().get("aggregate") instanceof String)) {
            throw CommandErrors.notImplemented("an aggregation over a whole database");
        }
        if (call.document("cursor").isEmpty()) {
            throw CommandErrors.failedToParse(
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
        List<Document> pipeline = Pipelines.prepare(call.body().get("pipeline"));
        Optional<Document> out = pipeline.isEmpty() || !pipeline.getLast().containsKey("$out")
                ? Optional.empty()
                : Optional.of(pipeline.getLast());
        MaterializedResults result =
                new MaterializedResults(call.store().cursors().memory().share());
        boolean kept = false;
        try {
            run(call, out.isPresent() ? pipeline.subList(0, pipeline.size() - 1) : pipeline, result);
            if (out.isPresent()) {
                Output.replace(call, out.get().get("$out"), result.left());
                return call.store().cursors().first(call.namespace(), List.of(), 0, true);
            }
            kept = true;
        } finally {
            if (!kept) {
                result.close();
            }
        }
        return call.store()
                .cursors()
                .first(call.namespace(), new OpenEndedResults(result), call.batchSize(Cursors.FIRST), false);
    }

    private static void run(CommandCall call, List<Document> pipeline, MaterializedResults result) {
        Optional<StoredCollection> source = call.collection();
        if (source.isPresent()) {
            Stages.run(call, pipeline, source.get(), result);
        }
    }
}
