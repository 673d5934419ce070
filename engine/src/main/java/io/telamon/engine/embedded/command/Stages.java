package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.telamon.engine.embedded.bson.DocumentWriter;
import io.telamon.engine.embedded.error.Errors;
import io.telamon.engine.embedded.store.Deadline;
import io.telamon.engine.embedded.store.Gathered;
import io.telamon.engine.embedded.store.ResultMemory;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the stages of an aggregation, watched: each document that passes from one to the next costs time, and those that a stage holds cost memory. */
final class Stages {

    /** What MongoDB allows without a disk. */
    private static final long MOST_SORTED = 32 << 20;

    /** A document takes about so many times the bytes that are written of it. */
    private static final int DOCUMENT_TO_BYTES = 3;

    private Stages() {}

    static void run(Call call, List<Document> pipeline, StoredCollection source, Gathered result) {
        aggregation(call, pipeline, source)
                .validate(new Document("aggregate", call.target()).append("cursor", new Document()));
        try (ResultMemory.Share memory = call.store().cursors().memory().share()) {
            Aggregation watched = aggregation(call, List.of(), source);
            for (int i = 0; i < pipeline.size(); i++) {
                Document next = i + 1 < pipeline.size() ? pipeline.get(i + 1) : new Document();
                watched.getStages().add(before(pipeline.get(i), next, memory));
                watched.getStages()
                        .addAll(aggregation(call, List.of(pipeline.get(i)), source)
                                .getStages());
            }
            watched.getStages().add(new Into(result));
            watched.computeResult();
        }
    }

    private static Aggregation aggregation(Call call, List<Document> pipeline, StoredCollection source) {
        return Aggregation.fromPipeline(pipeline, call.backend()::database, call.stored(), source, NoopOplog.get());
    }

    /** What documents pass before a stage. */
    private static AggregationStage before(Document stage, Document next, ResultMemory.Share memory) {
        String name = stage.keySet().iterator().next();
        return switch (name) {
            case "$sort" ->
                next.get("$limit") instanceof Number limit
                                && limit.longValue() > 0
                                && stage.get(name) instanceof Document order
                        ? new Top(order, Math.min(limit.longValue(), Integer.MAX_VALUE), memory)
                        : new Watch(new Held(memory, MOST_SORTED));
            case "$facet", "$sample" -> new Watch(new Held(memory, Long.MAX_VALUE));
            case "$group", "$bucket" ->
                new Watch(collects(stage.get(name)) ? new Held(memory, Long.MAX_VALUE) : _ -> {});
            default -> new Watch(_ -> {});
        };
    }

    /** Whether values of all documents are kept, not one for all. */
    private static boolean collects(@Nullable Object specification) {
        return switch (specification) {
            case Document fields ->
                fields.containsKey("$push")
                        || fields.containsKey("$addToSet")
                        || fields.values().stream().anyMatch(Stages::collects);
            case null, default -> false;
        };
    }

    /** Passes on only the first so many of an order, which a sort and a limit that follow leave over. */
    private record Top(Document order, long wanted, ResultMemory.Share memory) implements AggregationStage {

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
                Deadline.check();
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

        private final ResultMemory.Share memory;
        private final long most;
        private long bytes;

        Held(ResultMemory.Share memory, long most) {
            this.memory = memory;
            this.most = most;
        }

        @Override
        public void accept(Document document) {
            int length = DocumentWriter.write(document).length;
            bytes += length;
            if (bytes > most) {
                throw Errors.sortTooLarge(most);
            }
            memory.take((long) length * DOCUMENT_TO_BYTES);
        }

        void release(Document document) {
            int length = DocumentWriter.write(document).length;
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
                Deadline.check();
                each.accept(document);
            });
        }
    }

    /** Takes what comes out at the end. */
    private record Into(Gathered result) implements AggregationStage {

        @Override
        public String name() {
            return "result";
        }

        @Override
        public Stream<Document> apply(Stream<Document> documents) {
            documents.forEach(document -> {
                Deadline.check();
                result.add(document);
            });
            return Stream.empty();
        }
    }
}
