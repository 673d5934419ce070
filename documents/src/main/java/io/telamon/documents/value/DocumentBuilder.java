package io.telamon.documents.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a document field by field. */
public final class DocumentBuilder {
    private static final int SMALL = 16;

    private final List<String> names = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private @Nullable Map<String, Integer> positions;

    /** Appends a field without looking for one of the same name; a missing value is left out. */
    public DocumentBuilder add(String name, Value value) {
        if (value != MissingValue.MISSING) {
            if (positions != null) {
                positions.putIfAbsent(name, names.size());
            }
            names.add(name);
            values.add(value);
        }
        return this;
    }

    /** Appends all fields of a document. */
    public DocumentBuilder addAll(DocumentValue document) {
        for (Element element : document) {
            add(element.name(), element.value());
        }
        return this;
    }

    /** Sets a field: in its place when the name is there, otherwise at the end. A missing value is left out. */
    public DocumentBuilder set(String name, Value value) {
        int position = positionOf(name);
        if (position < 0) {
            return add(name, value);
        }
        if (value != MissingValue.MISSING) {
            values.set(position, value);
        }
        return this;
    }

    /** Takes a field out, if it is there. */
    public DocumentBuilder remove(String name) {
        int position = positionOf(name);
        if (position >= 0) {
            names.remove(position);
            values.remove(position);
            positions = null;
        }
        return this;
    }

    /** The value set so far, missing when there is none. */
    public Value get(String name) {
        int position = positionOf(name);
        return position < 0 ? MissingValue.MISSING : values.get(position);
    }

    /** Whether no field was added. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The document. */
    public DocumentValue build() {
        return names.isEmpty()
                ? BuiltDocument.EMPTY
                : new BuiltDocument(names.toArray(String[]::new), values.toArray(Value[]::new));
    }

    private int positionOf(String name) {
        if (names.size() <= SMALL) {
            return names.indexOf(name);
        }
        if (positions == null) {
            positions = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                positions.putIfAbsent(names.get(i), i);
            }
        }
        return positions.getOrDefault(name, -1);
    }
}
