package io.telamon.documents.update;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applies a modification at a path of one document. */
final class PathUpdater {
    private static final int MAX_PADDING = 1_500_000;

    private final Map<String, Predicate> arrayFilters;
    private final int matched;
    private final UpdatePath path;
    private final Modification modification;

    /**
     * An application.
     *
     * @param matched the position by which the filter matched, -1 when there is none
     */
    PathUpdater(Map<String, Predicate> arrayFilters, int matched, UpdatePath path, Modification modification) {
        this.arrayFilters = arrayFilters;
        this.matched = matched;
        this.path = path;
        this.modification = modification;
    }

    DocumentValue apply(DocumentValue document) {
        return (DocumentValue) in(document, 0);
    }

    private boolean isLast(int index) {
        return index == path.parts().size() - 1;
    }

    private Value in(Value container, int index) {
        String part = path.parts().get(index);
        if (part.equals("$")) {
            if (matched < 0) {
                throw ErrorCode.BAD_VALUE.error(
                        "The positional operator did not find the match needed from the query.");
            }
            part = Integer.toString(matched);
        }
        boolean isOperator = part.startsWith("$[") && part.endsWith("]");
        return switch (container) {
            case DocumentValue document when !isOperator -> inDocument(document, part, index);
            case ArrayValue array -> inArray(array, part, index);
            default -> {
                if (isOperator) {
                    throw ErrorCode.BAD_VALUE.error("Cannot apply array updates to non-array element " + path);
                }
                yield notViable(container, part);
            }
        };
    }

    private Value notViable(Value container, String part) {
        if (modification.needsPath()) {
            throw ErrorCode.PATH_NOT_VIABLE.error(
                    "Cannot create field '" + part + "' in element {" + path + ": " + container + "}");
        }
        return container;
    }

    private Value inDocument(DocumentValue document, String name, int index) {
        Value current = document.get(name);
        Value changed = changed(current, index);
        if (changed.equals(current)) {
            return document;
        }
        DocumentBuilder builder = new DocumentBuilder().addAll(document);
        return (changed == MissingValue.MISSING ? builder.remove(name) : builder.set(name, changed)).build();
    }

    private Value changed(Value current, int index) {
        if (modification.skips(current)) {
            return current;
        }
        if (isLast(index)) {
            return modification.apply(current);
        }
        if (current != MissingValue.MISSING) {
            return in(current, index + 1);
        }
        String next = path.parts().get(index + 1);
        if (next.startsWith("$[")) {
            throw ErrorCode.BAD_VALUE.error(
                    "The path '" + path + "' must exist in the document in order to apply array updates.");
        }
        return in(DocumentValue.empty(), index + 1);
    }

    private Value inArray(ArrayValue array, String part, int index) {
        if (part.startsWith("$[")) {
            return inElements(array, part.substring(2, part.length() - 1), index);
        }
        int position = UpdatePath.position(part);
        if (position < 0) {
            return notViable(array, part);
        }
        if (position >= array.size() && !modification.createsPath()) {
            return array;
        }
        if (position > array.size() + MAX_PADDING) {
            throw ErrorCode.BAD_VALUE.error("can't backfill more than " + MAX_PADDING + " elements");
        }
        List<Value> values = new ArrayList<>(array.values());
        Value changed = changed(array.get(position), index);
        while (values.size() <= position) {
            values.add(NullValue.NULL);
        }
        values.set(position, changed == MissingValue.MISSING ? NullValue.NULL : changed);
        return ArrayValue.of(values);
    }

    private Value inElements(ArrayValue array, String identifier, int index) {
        Predicate filter = identifier.isEmpty() ? null : filter(identifier);
        List<Value> values = new ArrayList<>(array.size());
        for (Value element : array.values()) {
            if (filter != null && !filter.test(DocumentValue.of(identifier, element))) {
                values.add(element);
            } else {
                Value changed = changed(element, index);
                values.add(changed == MissingValue.MISSING ? NullValue.NULL : changed);
            }
        }
        return ArrayValue.of(values);
    }

    private Predicate filter(String identifier) {
        Predicate filter = arrayFilters.get(identifier);
        if (filter == null) {
            throw noFilter(identifier, path);
        }
        return filter;
    }

    static CommandException noFilter(String identifier, UpdatePath path) {
        return ErrorCode.BAD_VALUE.error(
                "No array filter found for identifier '" + identifier + "' in path '" + path + "'");
    }
}
