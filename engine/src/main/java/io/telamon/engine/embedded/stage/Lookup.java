package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.Evaluator;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.expression.Sizes;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $lookup}: joins documents of another collection, by equal fields or by a pipeline. */
public final class Lookup extends OwnStage {

    private final Document specification;
    private final Optional<StoredCollection> from;
    private final PipelineContext context;
    private final Function<PipelineContext, List<AggregationStage>> pipeline;

    /**
     * Joins with a collection, if it exists.
     *
     * @param specification a checked specification
     * @param pipeline the stages of its pipeline, for the variables that one document gives
     */
    public Lookup(
            Document specification,
            Optional<StoredCollection> from,
            PipelineContext context,
            Function<PipelineContext, List<AggregationStage>> pipeline) {
        super("$lookup", context);
        this.specification = specification;
        this.from = from;
        this.context = context;
        this.pipeline = pipeline;
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        Evaluator evaluator = evaluator();
        Held held = new Held(context.limits());
        return documents.map(released(evaluator, document -> {
            held.release();
            List<Document> joined = new ArrayList<>();
            joined(document, evaluator).forEach(found -> {
                held.take(Sizes.of(found));
                joined.add(found);
            });
            FieldTree place = new FieldTree();
            place.add(
                    String.valueOf(specification.get("as")),
                    new FieldTree.Use.Computed(new Document("$literal", joined)));
            return place.computed(document, evaluator, scope(document));
        }));
    }

    private Stream<Document> joined(Document document, Evaluator evaluator) {
        if (from.isEmpty()) {
            return Stream.empty();
        }
        if (!specification.containsKey("pipeline")) {
            return from.get().handleQueryAsStream(equal(document, evaluator));
        }
        Map<String, @Nullable Object> variables = new HashMap<>(context.variables());
        if (specification.get("let") instanceof Document let) {
            let.forEach((name, expression) -> variables.put(name, evaluator.evaluate(expression, scope(document))));
        }
        List<AggregationStage> stages = pipeline.apply(new PipelineContext(context.limits(), variables));
        return Facet.run(stages, from.get().queryAllAsStream());
    }

    /** The filter for the documents whose field equals that of a document, or one of its elements. */
    private Document equal(Document document, Evaluator evaluator) {
        Object local = evaluator.evaluate("$" + specification.get("localField"), scope(document));
        String foreign = String.valueOf(specification.get("foreignField"));
        if (!(local instanceof Collection<?> values)) {
            return equal(foreign, local);
        }
        if (values.isEmpty()) {
            return new Document("$nor", List.of(new Document()));
        }
        boolean plain = values.stream()
                .noneMatch(value -> value instanceof BsonRegularExpression || value instanceof Collection<?>);
        return plain
                ? new Document(foreign, new Document("$in", values))
                : new Document(
                        "$or",
                        values.stream().map(value -> equal(foreign, value)).toList());
    }

    private static Document equal(String field, @Nullable Object value) {
        return new Document(field, new Document("$eq", value instanceof Missing ? null : value));
    }

    /** The memory of what was joined to the document that is passing on. */
    private static final class Held {

        private final ExpressionLimits limits;
        private long bytes;

        Held(ExpressionLimits limits) {
            this.limits = limits;
        }

        void take(long more) {
            limits.checkTime();
            limits.take(more);
            bytes += more;
        }

        void release() {
            limits.giveBack(bytes);
            bytes = 0;
        }
    }
}
