package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.expression.Sizes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $sample}: some documents, each with the same chance (reservoir sampling, Vitter's algorithm R), in random order. */
public final class Sample implements AggregationStage {

    private final long size;
    private final ExpressionLimits limits;

    /**
     * Reads a specification.
     *
     * @throws MongoServerError if it is none
     */
    public Sample(@Nullable Object specification, PipelineContext context) {
        this.size = size(specification);
        this.limits = context.limits();
    }

    /** How many documents a specification asks for, at least 1. */
    public static long size(@Nullable Object specification) {
        if (!(specification instanceof Document fields)) {
            throw new MongoServerError(28745, "the $sample stage specification must be an object");
        }
        for (String field : fields.keySet()) {
            if (!field.equals("size")) {
                throw new MongoServerError(28748, "unrecognized option to $sample: " + field);
            }
        }
        if (!fields.containsKey("size")) {
            throw new MongoServerError(28749, "$sample stage must specify a size");
        }
        if (!(fields.get("size") instanceof Number number)) {
            throw new MongoServerError(28746, "size argument to $sample must be a number");
        }
        if (number.longValue() < 1) {
            throw new MongoServerError(28747, "size argument to $sample must be a positive integer");
        }
        return number.longValue();
    }

    @Override
    public String name() {
        return "$sample";
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        RandomGenerator random = ThreadLocalRandom.current();
        List<Document> chosen = new ArrayList<>();
        long[] seen = {0};
        documents.forEach(document -> {
            seen[0]++;
            if (chosen.size() < size) {
                limits.take(Sizes.of(document));
                chosen.add(document);
            } else {
                long place = random.nextLong(seen[0]);
                if (place < size) {
                    limits.take(Sizes.of(document));
                    limits.giveBack(Sizes.of(chosen.set((int) place, document)));
                }
            }
        });
        Collections.shuffle(chosen, ThreadLocalRandom.current());
        return chosen.stream();
    }
}
