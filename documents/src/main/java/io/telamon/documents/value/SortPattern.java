package io.telamon.documents.value;

import io.telamon.documents.error.CommandException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fields with a direction each, by which documents are sorted. An array counts as its smallest or largest element. */
public final class SortPattern {
    private final List<Part> parts;

    private SortPattern(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(List<FieldName> path, boolean descending) {}

    /**
     * A pattern of fields with 1 or -1.
     *
     * @param code the code of the error when the pattern is empty or has another direction
     */
    public static SortPattern of(DocumentValue pattern, int code) {
        List<Part> parts = new ArrayList<>();
        for (Element element : pattern) {
            double sign = element.value() instanceof NumberValue number ? number.toDouble() : 0;
            if (sign != 1 && sign != -1) {
                throw new CommandException(code, "The $sort element value must be either 1 or -1");
            }
            parts.add(new Part(List.of(Path.names(element.name())), sign < 0));
        }
        if (parts.isEmpty()) {
            throw new CommandException(code, "The $sort pattern must have at least one field");
        }
        return new SortPattern(parts);
    }

    /** The order of values by this pattern; values that are no documents have no fields. */
    public Comparator<Value> comparator(ValueOrder order) {
        return (left, right) -> compare(left, right, order);
    }

    private int compare(Value left, Value right, ValueOrder order) {
        for (Part part : parts) {
            int result = order.compare(key(left, part, order), key(right, part, order));
            if (result != 0) {
                return part.descending ? -result : result;
            }
        }
        return 0;
    }

    /** The value by which a document is sorted for one field: null where it is missing. */
    private static Value key(Value value, Part part, ValueOrder order) {
        List<Value> found = new ArrayList<>();
        collect(value, part.path, 0, found);
        if (found.isEmpty()) {
            return NullValue.NULL;
        }
        Comparator<Value> comparator = part.descending ? order.reversed() : order;
        return found.stream().min(comparator).orElse(NullValue.NULL);
    }

    private static void collect(Value value, List<FieldName> path, int start, List<Value> found) {
        if (start == path.size()) {
            collectLeaf(value, found);
            return;
        }
        switch (value) {
            case DocumentValue document -> collect(document.get(path.get(start)), path, start + 1, found);
            case ArrayValue array -> collectElements(array, path, start, found);
            default -> found.add(NullValue.NULL);
        }
    }

    private static void collectLeaf(Value value, List<Value> found) {
        if (value instanceof ArrayValue array) {
            if (array.size() == 0) {
                found.add(UndefinedValue.UNDEFINED);
            }
            found.addAll(array.values());
        } else {
            found.add(value == MissingValue.MISSING ? NullValue.NULL : value);
        }
    }

    private static void collectElements(ArrayValue array, List<FieldName> path, int start, List<Value> found) {
        int index = path.get(start).index();
        if (index >= 0 && index < array.size()) {
            collect(array.get(index), path, start + 1, found);
        }
        for (Value element : array.values()) {
            if (element instanceof DocumentValue document) {
                collect(document, path, start, found);
            }
        }
        if (found.isEmpty()) {
            found.add(NullValue.NULL);
        }
    }
}
