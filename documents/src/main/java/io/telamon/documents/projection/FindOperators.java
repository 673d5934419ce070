package io.telamon.documents.projection;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.Variables;
import io.telamon.documents.query.ElementPredicate;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** The operators that only projections of {@code find} have: slices, elements that match, and the positional one. */
final class FindOperators {
    private final FilterParser filters;
    private final Predicate filter;
    private boolean positional;
    private boolean elemMatch;

    FindOperators(FilterParser filters, Predicate filter) {
        this.filters = filters;
        this.filter = filter;
    }

    /** Whether an operator was used that answers only what is named. */
    boolean includes() {
        return positional || elemMatch;
    }

    /** Whether an operator is the slice of find, and not the expression of that name. */
    boolean isSlice(Element operator) {
        if (!operator.name().equals("$slice")) {
            return false;
        }
        return switch (operator.value()) {
            case NumberValue _ -> true;
            case ArrayValue array ->
                array.size() == 2
                        && array.get(0) instanceof NumberValue
                        && array.get(1) instanceof NumberValue limit
                        && limit.toLong() > 0;
            default -> false;
        };
    }

    /** The change that keeps a part of an array; other values stay. */
    static Action slice(Value argument) {
        if (argument instanceof ArrayValue array) {
            long skip = ((NumberValue) array.get(0)).toLong();
            long limit = ((NumberValue) array.get(1)).toLong();
            return change((elements, _) -> part(elements, skip, limit));
        }
        long count = ((NumberValue) argument).toLong();
        return change((elements, _) -> count < 0 ? part(elements, count, Long.MAX_VALUE) : part(elements, 0, count));
    }

    private interface ArrayChange {
        Value apply(ArrayValue array, Variables variables);
    }

    private static Action change(ArrayChange change) {
        return new Action.Change(
                (value, variables) -> value instanceof ArrayValue array ? change.apply(array, variables) : value,
                false);
    }

    private static Value part(ArrayValue array, long skip, long limit) {
        long size = array.size();
        long from = skip < -size ? 0 : skip < 0 ? size + skip : Math.min(skip, size);
        long to = limit > size - from ? size : from + limit;
        return ArrayValue.of(array.values().subList((int) from, (int) to));
    }

    /** The change that keeps the first element that matches; a field without one is left out. */
    Action elemMatch(FieldName[] path, Value condition) {
        if (!(condition instanceof DocumentValue document)) {
            throw new CommandException(
                    31274, "elemMatch: Invalid argument, object required, but got " + condition.type());
        }
        if (path.length > 1) {
            throw new CommandException(31275, "Cannot use $elemMatch projection on a nested field");
        }
        if (positional) {
            throw new CommandException(31255, "Cannot specify positional operator and $elemMatch");
        }
        elemMatch = true;
        ElementPredicate predicate = filters.parseElement(document);
        return new Action.Change(
                (value, _) -> {
                    if (value instanceof ArrayValue array) {
                        for (Value element : array.values()) {
                            if (predicate.test(element)) {
                                return ArrayValue.of(List.of(element));
                            }
                        }
                    }
                    return MissingValue.MISSING;
                },
                true);
    }

    /** The change that keeps the element by which the filter matched. */
    Action positional(int depth) {
        if (elemMatch) {
            throw new CommandException(31256, "Cannot specify positional operator and $elemMatch");
        }
        if (positional) {
            throw new CommandException(31276, "Cannot specify more than one positional projection per query.");
        }
        positional = true;
        return new Action.Change((value, variables) -> matched(value, variables, depth), true);
    }

    private Value matched(Value value, Variables variables, int depth) {
        if (!(value instanceof ArrayValue array)) {
            return value;
        }
        int position = filter.matchedPosition((DocumentValue) variables.root());
        if (position < 0) {
            throw new CommandException(
                    51246,
                    "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array");
        }
        if (position >= array.size()) {
            throw new CommandException(
                    51247,
                    "Executor error during find command :: caused by :: positional operator '.$' element mismatch at depth "
                            + depth);
        }
        return ArrayValue.of(List.of(array.get(position)));
    }
}
