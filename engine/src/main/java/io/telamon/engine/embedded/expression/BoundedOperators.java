package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators that make much of little, or are answered wrong by mongo-java-server: memory is taken before it is needed. */
final class BoundedOperators {

    private static final Set<String> COMPARISONS = Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$cmp");

    /** Operators, and how many bytes they may need for each element or character of their operands. */
    private static final Set<String> OF_ARRAYS = Set.of(
            "$concatArrays",
            "$setUnion",
            "$setIntersection",
            "$setDifference",
            "$setEquals",
            "$setIsSubset",
            "$reverseArray",
            "$slice",
            "$objectToArray",
            "$arrayToObject",
            "$mergeObjects");

    private static final int BYTES_OF_AN_ELEMENT = 160;
    private static final int LARGEST_CACHED = 1 << 16;

    private static final Set<String> OF_STRINGS =
            Set.of("$concat", "$toUpper", "$toLower", "$substr", "$substrBytes", "$substrCP", "$strLenBytes");

    private static final Set<String> OTHERS = Set.of("$range", "$split", "$indexOfBytes", "$indexOfCP", "$trunc");

    private final Evaluator evaluator;

    BoundedOperators(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    boolean has(String name) {
        return COMPARISONS.contains(name)
                || OF_ARRAYS.contains(name)
                || OF_STRINGS.contains(name)
                || OTHERS.contains(name);
    }

    @Nullable
    Object apply(String name, List<@Nullable Object> operands) {
        if (COMPARISONS.contains(name)) {
            return compare(name, operands);
        }
        if (OF_ARRAYS.contains(name)) {
            evaluator.take(
                    operands.stream().mapToLong(BoundedOperators::elements).sum() * BYTES_OF_AN_ELEMENT);
        } else if (OF_STRINGS.contains(name)) {
            evaluator.take(Sizes.string(operands.stream()
                            .mapToLong(BoundedOperators::characters)
                            .sum())
                    * 2);
        } else {
            takeFor(name, operands);
        }
        return Native.apply(name, operands);
    }

    private void takeFor(String name, List<@Nullable Object> operands) {
        switch (name) {
            case "$range" -> evaluator.take(Sizes.numbers(rangeLength(operands)));
            case "$split" -> evaluator.take(characters(operands.getFirst()) + pieces(operands) * Sizes.string(2));
            case "$trunc" -> {
                if (operands.size() > 1) {
                    throw CommandErrors.notImplemented("the expression $trunc with a place");
                }
            }
            default -> {
                long characters = characters(operands.getFirst());
                evaluator.take(characters > LARGEST_CACHED ? characters * Sizes.REFERENCE * 3 : 0);
            }
        }
    }

    private static long rangeLength(List<@Nullable Object> operands) {
        if (operands.size() < 2
                || !(operands.getFirst() instanceof Number start)
                || !(operands.get(1) instanceof Number end)) {
            return 0;
        }
        double step = operands.size() > 2 && operands.get(2) instanceof Number number ? number.doubleValue() : 1;
        double length = step == 0 ? 0 : Math.ceil((end.doubleValue() - start.doubleValue()) / step);
        return (long) Math.max(0, length);
    }

    private static long pieces(List<@Nullable Object> operands) {
        if (operands.size() < 2
                || !(operands.getFirst() instanceof String text)
                || !(operands.get(1) instanceof String delimiter)
                || delimiter.isEmpty()) {
            return 0;
        }
        long pieces = 1;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length())) {
            pieces++;
        }
        return pieces;
    }

    private static long elements(@Nullable Object value) {
        return switch (value) {
            case Document document -> document.size();
            case Collection<?> values -> values.size();
            case null, default -> 1;
        };
    }

    private static long characters(@Nullable Object value) {
        return value instanceof String text ? text.length() : 0;
    }

    /** A missing field comes before everything but the smallest key; mongo-java-server takes it for null. */
    private static @Nullable Object compare(String name, List<@Nullable Object> operands) {
        if (operands.size() != 2) {
            throw Evaluator.wrongNumber(name, 2, operands.size());
        }
        Object one = operands.getFirst();
        Object other = operands.getLast();
        if (!(one instanceof Missing) && !(other instanceof Missing)) {
            return Native.apply(name, operands);
        }
        int order = one instanceof Missing
                ? (other instanceof Missing ? 0 : isMinKey(other) ? 1 : -1)
                : isMinKey(one) ? -1 : 1;
        return switch (name) {
            case "$eq" -> order == 0;
            case "$ne" -> order != 0;
            case "$gt" -> order > 0;
            case "$gte" -> order >= 0;
            case "$lt" -> order < 0;
            case "$lte" -> order <= 0;
            default -> order;
        };
    }

    private static boolean isMinKey(@Nullable Object value) {
        return value instanceof de.bwaldvogel.mongo.bson.MinKey;
    }
}
