package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.Accumulator;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.expression.Sizes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one accumulator has gathered of one group. */
sealed interface Gathering {

    static Gathering of(AccumulatorSpec spec, ExpressionLimits limits) {
        return switch (spec.operator()) {
            case "$push" -> new Values(spec, limits, new ArrayList<>());
            case "$addToSet" -> new Values(spec, limits, new LinkedHashSet<>());
            default -> new Single(spec, limits);
        };
    }

    AccumulatorSpec spec();

    default String field() {
        return spec().field();
    }

    default @Nullable Object expression() {
        return spec().expression();
    }

    void add(@Nullable Object value);

    @Nullable
    Object result();

    /** Values of all documents that have one, null among them. */
    record Values(AccumulatorSpec spec, ExpressionLimits limits, Collection<@Nullable Object> values)
            implements Gathering {

        private static final int BYTES_OF_AN_ENTRY = 64;

        @Override
        public void add(@Nullable Object value) {
            if (!(value instanceof Missing) && values.add(value)) {
                limits.take(BYTES_OF_AN_ENTRY + Sizes.of(value));
            }
        }

        @Override
        public Object result() {
            return values instanceof ArrayList ? values : new ArrayList<>(values);
        }
    }

    /** One value of all documents. */
    final class Single implements Gathering {

        private final AccumulatorSpec spec;
        private final ExpressionLimits limits;
        private final Accumulator accumulator;
        private long taken;

        Single(AccumulatorSpec spec, ExpressionLimits limits) {
            this.spec = spec;
            this.limits = limits;
            Document only = new Document(spec.field(), new Document(spec.operator(), spec.expression()));
            this.accumulator = Objects.requireNonNull(Accumulator.parse(only).get(spec.field()))
                    .get();
        }

        @Override
        public AccumulatorSpec spec() {
            return spec;
        }

        @Override
        public void add(@Nullable Object value) {
            accumulator.aggregate(value);
            if (!(value instanceof Number)) {
                long now = Sizes.of(accumulator.getResult());
                limits.take(Math.max(0, now - taken));
                limits.giveBack(Math.max(0, taken - now));
                taken = now;
            }
        }

        @Override
        public @Nullable Object result() {
            return accumulator.getResult();
        }
    }
}
