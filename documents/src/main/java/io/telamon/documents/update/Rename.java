package io.telamon.documents.update;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.Map;

/** {@code $rename}: moves a value to another path, neither of which may lead through an array. */
record Rename(UpdatePath from, UpdatePath to) implements Modification {
    /** What stands for the target of a move among the modifiers: nothing. */
    static final Modification TARGET = new OfExisting() {
        @Override
        public Value apply(Value current) {
            return current;
        }
    };

    @Override
    public Value apply(Value current) {
        return current;
    }

    DocumentValue apply(DocumentValue document) {
        Value value = find(document, from);
        if (value == MissingValue.MISSING) {
            return document;
        }
        if (to.parts().getFirst().equals("_id")) {
            throw ErrorCode.IMMUTABLE_FIELD.error(
                    "Performing an update on the path '_id' would modify the immutable field '_id'");
        }
        find(document, to);
        Modification.OfExisting remove = _ -> MissingValue.MISSING;
        DocumentValue without = new PathUpdater(Map.of(), -1, from, remove).apply(document);
        Modification set = _ -> value;
        return new PathUpdater(Map.of(), -1, to, set).apply(without);
    }

    private static Value find(DocumentValue document, UpdatePath path) {
        Value value = document;
        for (String part : path.parts()) {
            if (value instanceof ArrayValue) {
                throw ErrorCode.BAD_VALUE.error(
                        "The source and destination field for $rename cannot be or contain an array element: " + path);
            }
            if (value == MissingValue.MISSING) {
                return value;
            }
            if (!(value instanceof DocumentValue container)) {
                throw ErrorCode.PATH_NOT_VIABLE.error(
                        "Cannot rename through an element of type " + value.type() + ": " + path);
            }
            value = container.get(part);
        }
        return value;
    }
}
