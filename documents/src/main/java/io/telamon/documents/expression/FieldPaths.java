package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.FieldName;
import java.util.ArrayList;
import java.util.List;

/** Rules for dotted paths in expressions. */
public final class FieldPaths {
    private static final int MAX_DEPTH = 200;

    private FieldPaths() {}

    /**
     * The names of a dotted path.
     *
     * @throws CommandException 40352 when it is empty, 40353 when it ends with a dot, 15998 for an empty name, 16410 for a
     *     name with a dollar sign in front, 16411 for NUL
     */
    public static FieldName[] parse(String path) {
        if (path.isEmpty()) {
            throw new CommandException(40352, "FieldPath cannot be constructed with empty string");
        }
        if (path.endsWith(".")) {
            throw new CommandException(40353, "FieldPath must not end with a '.'.");
        }
        List<FieldName> names = new ArrayList<>(4);
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
            names.add(new FieldName(check(path.substring(start, dot))));
            start = dot + 1;
        }
        names.add(new FieldName(check(path.substring(start))));
        if (names.size() > MAX_DEPTH) {
            throw ErrorCode.OVERFLOW.error("FieldPath is too long");
        }
        return names.toArray(FieldName[]::new);
    }

    /** Checks one name of a path. */
    static String check(String name) {
        if (name.isEmpty()) {
            throw new CommandException(15998, "FieldPath field names may not be empty strings.");
        }
        if (name.startsWith("$") && !isReference(name)) {
            throw new CommandException(
                    16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new CommandException(16411, "FieldPath field names may not contain '\0'.");
        }
        return name;
    }

    private static boolean isReference(String name) {
        return name.equals("$id") || name.equals("$ref") || name.equals("$db");
    }
}
