package io.telamon.documents.expression;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A path from a variable through documents; an array on the path gives the array of what its elements have there. */
final class PathExpression implements Expression {
    private final int slot;
    private final FieldName[] path;

    PathExpression(int slot, FieldName[] path) {
        this.slot = slot;
        this.path = path;
    }

    @Override
    public Value evaluate(Variables variables) {
        return resolve(variables.get(slot), path, 0);
    }

    /** What a value has at a path from one of its names on. */
    static Value resolve(Value from, FieldName[] path, int start) {
        Value value = from;
        for (int i = start; i < path.length; i++) {
            switch (value) {
                case DocumentValue document -> value = document.get(path[i]);
                case ArrayValue array -> {
                    return resolveAll(array, path, i);
                }
                default -> {
                    return MissingValue.MISSING;
                }
            }
        }
        return value;
    }

    private static Value resolveAll(ArrayValue array, FieldName[] path, int start) {
        List<Value> found = new ArrayList<>();
        for (Value element : array.values()) {
            Value value = element instanceof DocumentValue ? resolve(element, path, start) : MissingValue.MISSING;
            if (value != MissingValue.MISSING) {
                found.add(value);
            }
        }
        return ArrayValue.of(found);
    }
}
