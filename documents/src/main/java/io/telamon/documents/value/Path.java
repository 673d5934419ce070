package io.telamon.documents.value;

import java.util.ArrayList;
import java.util.List;

/** Dotted paths, split into names. */
public final class Path {
    private Path() {}

    /** The names of a dotted path; they may be empty. */
    public static FieldName[] names(String path) {
        List<FieldName> names = new ArrayList<>(4);
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
            names.add(new FieldName(path.substring(start, dot)));
            start = dot + 1;
        }
        names.add(new FieldName(path.substring(start)));
        return names.toArray(FieldName[]::new);
    }
}
