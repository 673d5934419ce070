package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths of expressions: names joined by dots, looked up in each document of the arrays they pass. */
public final class Paths {

    private Paths() {}

    /**
     * The names in a path.
     *
     * @throws MongoServerError if one of them is empty or cannot be a field's
     */
    public static List<String> split(String path) {
        if (path.isEmpty()) {
            throw new MongoServerError(40352, "FieldPath cannot be constructed with empty string");
        }
        if (path.endsWith(".")) {
            throw new MongoServerError(40353, "FieldPath must not end with a '.'.");
        }
        if (path.indexOf('\0') >= 0) {
            throw CommandErrors.nullByteInPath();
        }
        List<String> names = List.of(path.split("\\.", -1));
        for (String name : names) {
            if (name.isEmpty()) {
                throw new MongoServerError(15998, "FieldPath field names may not be empty strings.");
            }
            if (name.startsWith("$")) {
                throw new MongoServerError(
                        16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
            }
        }
        return names;
    }

    /** What lies at a path, or {@link Missing}. */
    public static @Nullable Object get(@Nullable Object from, List<String> names) {
        return names.isEmpty()
                ? from
                : switch (from) {
                    case Document document ->
                        get(document.getOrMissing(names.getFirst()), names.subList(1, names.size()));
                    case Collection<?> values -> each(values, names);
                    case null, default -> Missing.getInstance();
                };
    }

    private static List<@Nullable Object> each(Collection<?> values, List<String> names) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object value : values) {
            Object inner = get(value, names);
            if (!(inner instanceof Missing)) {
                found.add(inner);
            }
        }
        return found;
    }
}
