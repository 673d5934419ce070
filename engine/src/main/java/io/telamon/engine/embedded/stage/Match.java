package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.Matching;
import java.util.stream.Stream;

/**
 * {@code $match}.
 *
 * @param filter what documents have to match
 * @param context the values of variables
 */
public record Match(Document filter, PipelineContext context) implements AggregationStage {

    @Override
    public String name() {
        return "$match";
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return documents.filter(document -> Matching.matches(document, filter, context.variables()));
    }
}
