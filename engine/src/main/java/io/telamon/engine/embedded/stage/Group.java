package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.Evaluator;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.expression.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $group}: what accumulators gather of the documents that have the same key. What they hold counts against the limits. */
public final class Group extends OwnStage {

    /** What a group takes beside its key and what it gathers, and each of its accumulators. */
    private static final int BYTES_OF_A_GROUP = 200;

    private static final int BYTES_OF_AN_ACCUMULATOR = 100;

    private final @Nullable Object key;
    private final UnaryOperator<@Nullable Object> group;
    private final List<AccumulatorSpec> accumulators;
    private final ExpressionLimits limits;

    /**
     * Groups by a key.
     *
     * @param key an expression
     * @param group which group a value of the key belongs to
     * @param accumulators accumulators by the names of their results
     */
    public Group(
            @Nullable Object key,
            UnaryOperator<@Nullable Object> group,
            Document accumulators,
            PipelineContext context) {
        super("$group", context);
        this.key = key;
        this.group = group;
        this.accumulators = AccumulatorSpec.read(accumulators);
        this.limits = context.limits();
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        Map<@Nullable Object, List<Gathering>> groups = new TreeMap<>(ValueComparator.ascWithoutListHandling());
        Evaluator evaluator = evaluator();
        documents.forEach(document -> {
            Object value = evaluator.evaluate(key, scope(document));
            Object found = group.apply(value instanceof Missing ? null : value);
            for (Gathering gathering : groups.computeIfAbsent(found, this::begin)) {
                gathering.add(evaluator.evaluate(gathering.expression(), scope(document)));
            }
            evaluator.release();
        });
        return groups.entrySet().stream().map(entry -> result(entry.getKey(), entry.getValue()));
    }

    private List<Gathering> begin(@Nullable Object found) {
        limits.take(BYTES_OF_A_GROUP + Sizes.of(found) + (long) accumulators.size() * BYTES_OF_AN_ACCUMULATOR);
        List<Gathering> gatherings = new ArrayList<>();
        accumulators.forEach(spec -> gatherings.add(spec.begin(limits)));
        return gatherings;
    }

    private static Document result(@Nullable Object key, List<Gathering> gatherings) {
        Document result = new Document("_id", key);
        gatherings.forEach(gathering -> result.put(gathering.field(), gathering.result()));
        return result;
    }
}
