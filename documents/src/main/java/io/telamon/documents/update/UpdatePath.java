package io.telamon.documents.update;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.FieldName;
import java.util.ArrayList;
import java.util.List;

/**
 * A path of an update: names, positions, and the positional operators {@code $}, {@code $[]} and {@code $[identifier]}.
 *
 * @param parts the parts of the path
 */
record UpdatePath(List<String> parts) implements Comparable<UpdatePath> {

    /**
     * The path of a text.
     *
     * @throws CommandException 56 for an empty name, 52 for a name with a dollar sign in front, 2 where the positional
     *     operator stands first
     */
    static UpdatePath parse(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            if (part.isEmpty()) {
                throw new CommandException(
                        ErrorCode.EMPTY_FIELD_NAME.code(),
                        "The update path '" + path + "' contains an empty field name, which is not allowed.");
            }
            boolean first = parts.isEmpty();
            if (part.startsWith("$") && !isReference(part)) {
                if (first && isPositional(part)) {
                    throw ErrorCode.BAD_VALUE.error(
                            "Cannot have positional (i.e. '$') element in the first position in path '" + path + "'");
                }
                if (!isPositional(part)) {
                    throw ErrorCode.DOLLAR_PREFIXED_FIELD_NAME.error(
                            "The dollar ($) prefixed field '" + part + "' in '" + path + "' is not allowed");
                }
            }
            if (part.equals("$") && parts.contains("$")) {
                throw ErrorCode.BAD_VALUE.error("Too many positional (i.e. '$') elements found in path '" + path + "'");
            }
            parts.add(part);
        }
        return new UpdatePath(List.copyOf(parts));
    }

    /** The path of a text that may have names with a dollar sign in front, as the source of a move may. */
    static UpdatePath ofSource(String path) {
        return path.startsWith("$") && !path.contains(".") && path.length() > 1
                ? new UpdatePath(List.of(path))
                : parse(path);
    }

    private static boolean isReference(String part) {
        return part.equals("$id") || part.equals("$ref") || part.equals("$db");
    }

    /** Whether a part is one of the positional operators. */
    static boolean isPositional(String part) {
        return part.equals("$") || (part.startsWith("$[") && part.endsWith("]"));
    }

    /** Whether there is a part that stands for several elements or one that is not known. */
    boolean isPositional() {
        return parts.stream().anyMatch(UpdatePath::isPositional);
    }

    /** Whether one of two paths leads to or through the other. */
    boolean conflictsWith(UpdatePath other) {
        int common = Math.min(parts.size(), other.parts.size());
        return parts.subList(0, common).equals(other.parts.subList(0, common));
    }

    /** The order in which modifiers are applied: by names, positions by number. */
    @Override
    public int compareTo(UpdatePath other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int order = compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    private static int compare(String left, String right) {
        int first = position(left);
        int second = position(right);
        return first >= 0 && second >= 0 ? Integer.compare(first, second) : left.compareTo(right);
    }

    /** The position that a part stands for, -1 when it is a name. */
    static int position(String part) {
        return new FieldName(part).index();
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
