package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.telamon.engine.embedded.bson.DocumentSize;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.stage.AddFields;
import io.telamon.engine.embedded.stage.EmbeddedBucketStage;
import io.telamon.engine.embedded.stage.EmbeddedProjectStage;
import io.telamon.engine.embedded.stage.Facet;
import io.telamon.engine.embedded.stage.Group;
import io.telamon.engine.embedded.stage.Lookup;
import io.telamon.engine.embedded.stage.Match;
import io.telamon.engine.embedded.stage.PipelineContext;
import io.telamon.engine.embedded.stage.Redact;
import io.telamon.engine.embedded.stage.ReplaceRoot;
import io.telamon.engine.embedded.stage.Sample;
import io.telamon.engine.embedded.stage.Unwind;
import io.telamon.engine.embedded.store.DuplicateKey;
import io.telamon.engine.embedded.store.MaterializedResults;
import io.telamon.engine.embedded.store.ReadDeadline;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the stages of an aggregation, this engine's own or mongo-java-server's, watched: each document that passes from one to the next costs time, and those that a stage holds cost memory. */
final class Stages {

    /** What MongoDB allows without a disk. */
    private static final long MOST_SORTED = 32 << 20;

    /** A document takes about so many times the bytes that are written of it. */
    private static final int DOCUMENT_TO_BYTES = 3;

    private Stages() {}

    /** Runs a prepared pipeline over a collection. */
    static void run(CommandCall call, List<Document> pipeline, StoredCollection source, MaterializedResults result) {
        PipelineContext context = new PipelineContext(ExpressionLimits.current(), Map.of());
        try {
            Stream<Document> documents = source.queryAllAsStream();
            for (AggregationStage stage : of(call, pipeline, source, context)) {
                documents = stage.apply(documents);
            }
            documents.forEach(document -> {
                ReadDeadline.check();
                result.add(document);
            });
        } catch (MongoServerError e) {
            throw e instanceof DuplicateKey || CommandErrors.endsCommand(e) ? e : CommandErrors.duringAggregation(e);
        }
    }

    private static List<AggregationStage> of(
            CommandCall call, List<Document> pipeline, StoredCollection source, PipelineContext context) {
        List<AggregationStage> stages = new ArrayList<>();
        for (int i = 0; i < pipeline.size(); i++) {
            Document next = i + 1 < pipeline.size() ? pipeline.get(i + 1) : new Document();
            stages.add(before(pipeline.get(i), next, context.limits()));
            stages.addAll(stage(call, pipeline.get(i), source, context));
        }
        return stages;
    }

    private static List<AggregationStage> stage(
            CommandCall call, Document stage, StoredCollection source, PipelineContext context) {
        String name = stage.keySet().iterator().next();
        Object value = stage.get(name);
        return value instanceof Document specification
                ? switch (name) {
                    case "$match" -> List.of(new Match(specification, context));
                    case "$addFields" -> List.of(new AddFields(specification, context));
                    case "$project" -> List.of(new EmbeddedProjectStage(specification, context));
                    case "$group" -> List.of(group(specification, context));
                    case "$bucket" -> List.of(EmbeddedBucketStage.of(specification, context));
                    case "$replaceRoot" -> List.of(new ReplaceRoot(specification, context));
                    case "$redact" -> List.of(new Redact(specification, context));
                    case "$sample" -> List.of(new Sample(specification, context));
                    case "$unwind" -> List.of(new Unwind(specification));
                    case "$facet" -> List.of(new Facet(facets(call, specification, source, context), context));
                    case "$lookup" -> List.of(lookup(call, specification, context));
                    default -> delegated(call, stage, source);
                }
                : switch (name) {
                    case "$unset" -> List.of(EmbeddedProjectStage.without(value, context));
                    case "$unwind" -> List.of(new Unwind(String.valueOf(value)));
                    case "$redact" -> List.of(new Redact(value, context));
                    default -> delegated(call, stage, source);
                };
    }

    private static Group group(Document specification, PipelineContext context) {
        Document accumulators = specification.clone();
        Object key = accumulators.remove("_id");
        return new Group(key, found -> found, accumulators, context);
    }

    private static Map<String, List<AggregationStage>> facets(
            CommandCall call, Document specification, StoredCollection source, PipelineContext context) {
        Map<String, List<AggregationStage>> facets = new LinkedHashMap<>();
        specification.forEach((name, pipeline) -> facets.put(name, of(call, documents(pipeline), source, context)));
        return facets;
    }

    private static AggregationStage lookup(CommandCall call, Document specification, PipelineContext context) {
        Optional<StoredCollection> from = call.collection(String.valueOf(specification.get("from")));
        return new Lookup(
                specification,
                from,
                context,
                inner -> of(call, documents(specification.get("pipeline")), from.orElseThrow(), inner));
    }

    private static List<Document> documents(@Nullable Object pipeline) {
        return pipeline instanceof Collection<?> stages
                ? stages.stream().map(stage -> (Document) stage).toList()
                : List.of();
    }

    private static List<AggregationStage> delegated(CommandCall call, Document stage, StoredCollection source) {
        return Aggregation.fromPipeline(
                        List.of(stage), call.backend()::database, call.stored(), source, NoopOplog.get())
                .getStages();
    }

    /** What documents pass before a stage. */
    private static AggregationStage before(Document stage, Document next, ExpressionLimits limits) {
        String name = stage.keySet().iterator().next();
        return switch (name) {
            case "$sort" ->
                next.get("$limit") instanceof Number limit
                                && limit.longValue() > 0
                                && stage.get(name) instanceof Document order
                        ? new Top(order, Math.min(limit.longValue(), Integer.MAX_VALUE), limits)
                        : new Watch(new Held(limits, MOST_SORTED));
            case "$facet" -> new Watch(new Held(limits, Long.MAX_VALUE));
            default -> new Watch(_ -> {});
        };
    }

    /** Passes on only the first so many of an order, which a sort and a limit that follow leave over. */
    private record Top(Document order, long wanted, ExpressionLimits memory) implements AggregationStage {

        private static final int FEW = 1_000;

        @Override
        public String name() {
            return "top";
        }

        @Override
        public Stream<Document> apply(Stream<Document> documents) {
            Comparator<Document> comparator = new DocumentComparator(order);
            List<Document> first = new ArrayList<>();
            Held held = new Held(memory, MOST_SORTED);
            documents.forEach(document -> {
                ReadDeadline.check();
                first.add(document);
                held.accept(document);
                if (first.size() > wanted && (first.size() - FEW > 2 * wanted || held.bytes > MOST_SORTED / 2)) {
                    first.sort(comparator);
                    List<Document> rest = first.subList((int) wanted, first.size());
                    rest.forEach(held::release);
                    rest.clear();
                }
            });
            return first.stream();
        }
    }

    private static final class Held implements Consumer<Document> {

        private final ExpressionLimits memory;
        private final long most;
        private long bytes;

        Held(ExpressionLimits memory, long most) {
            this.memory = memory;
            this.most = most;
        }

        @Override
        public void accept(Document document) {
            int length = DocumentSize.of(document, Integer.MAX_VALUE);
            bytes += length;
            if (bytes > most) {
                throw CommandErrors.sortTooLarge(most);
            }
            memory.take((long) length * DOCUMENT_TO_BYTES);
        }

        void release(Document document) {
            int length = DocumentSize.of(document, Integer.MAX_VALUE);
            bytes -= length;
            memory.giveBack((long) length * DOCUMENT_TO_BYTES);
        }
    }

    private record Watch(Consumer<Document> each) implements AggregationStage {

        @Override
        public String name() {
            return "watch";
        }

        @Override
        public Stream<Document> apply(Stream<Document> documents) {
            return documents.peek(document -> {
                ReadDeadline.check();
                each.accept(document);
            });
        }
    }
}
