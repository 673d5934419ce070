package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An accumulator that is wanted.
 *
 * @param field the name of its result
 * @param operator its name
 * @param expression what it gathers of each document
 */
public record AccumulatorSpec(
        String field, String operator, @Nullable Object expression) {

    private static final Set<String> KNOWN =
            Set.of("$sum", "$avg", "$min", "$max", "$first", "$last", "$push", "$addToSet");

    /** Those that MongoDB 8.0 has as well. */
    private static final Set<String> REFUSED = Set.of(
            "$accumulator",
            "$bottom",
            "$bottomN",
            "$concatArrays",
            "$count",
            "$firstN",
            "$lastN",
            "$maxN",
            "$median",
            "$mergeObjects",
            "$minN",
            "$percentile",
            "$setUnion",
            "$stdDevPop",
            "$stdDevSamp",
            "$top",
            "$topN");

    /**
     * Reads accumulators by the names of their results.
     *
     * @throws MongoServerError 238 if one is MongoDB's only, 15952 if it is nobody's, or another one if it is none
     */
    public static List<AccumulatorSpec> read(Document accumulators) {
        List<AccumulatorSpec> read = new ArrayList<>();
        accumulators.forEach((field, value) -> read.add(read(field, value)));
        return read;
    }

    private static AccumulatorSpec read(String field, @Nullable Object value) {
        if (field.contains(".")) {
            throw new MongoServerError(40235, "The field name '" + field + "' cannot contain '.'");
        }
        if (field.startsWith("$")) {
            throw new MongoServerError(40236, "The field name '" + field + "' cannot be an operator name");
        }
        if (!(value instanceof Document accumulator)) {
            throw new MongoServerError(40234, "The field '" + field + "' must be an accumulator object");
        }
        if (accumulator.size() != 1) {
            throw new MongoServerError(40238, "The field '" + field + "' must specify one accumulator");
        }
        String operator = accumulator.keySet().iterator().next();
        if (REFUSED.contains(operator)) {
            throw CommandErrors.notImplemented("the accumulator " + operator);
        }
        if (!KNOWN.contains(operator)) {
            throw new MongoServerError(15952, "unknown group operator '" + operator + "'");
        }
        return new AccumulatorSpec(field, operator, accumulator.get(operator));
    }

    Gathering begin(ExpressionLimits limits) {
        return Gathering.of(this, limits);
    }
}
