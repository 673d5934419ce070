package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code $facet}: the results of several pipelines over the same documents.
 *
 * @param facets the stages of each, by the name of its result
 * @param context the limits
 */
public record Facet(Map<String, List<AggregationStage>> facets, PipelineContext context) implements AggregationStage {

    @Override
    public String name() {
        return "$facet";
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        List<Document> all = documents.toList();
        Document results = new Document();
        facets.forEach((name, stages) -> {
            List<Document> result = new ArrayList<>();
            run(stages, all.stream()).forEach(document -> {
                context.limits().checkTime();
                context.limits().take(Sizes.of(document));
                result.add(document);
            });
            results.put(name, result);
        });
        return Stream.of(results);
    }

    /** Documents that have passed stages. */
    static Stream<Document> run(List<AggregationStage> stages, Stream<Document> documents) {
        Stream<Document> passed = documents;
        for (AggregationStage stage : stages) {
            passed = stage.apply(passed);
        }
        return passed;
    }
}
