package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.Errors;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the projections that mongo-java-server takes for something else. */
final class Projections {

    private Projections() {}

    /** The projection itself, if it means here what it means to MongoDB. */
    static Document check(Document projection) {
        boolean slices = false;
        boolean others = false;
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            boolean sliced = isSlice(field.getKey(), field.getValue());
            slices |= sliced;
            others |= !sliced && !field.getKey().equals("_id");
        }
        if (slices && !others) {
            throw Errors.notImplemented("a projection with $slice and no other field");
        }
        return projection;
    }

    /** mongo-java-server looks for documents only. */
    private static void checkElements(@Nullable Object condition) {
        if (!(condition instanceof Document fields)
                || fields.keySet().stream().anyMatch(name -> name.startsWith("$"))) {
            throw Errors.notImplemented("a projection with $elemMatch on other elements than documents");
        }
    }

    private static boolean isSlice(String name, Object value) {
        if (name.equals("$") || name.contains(".$") || name.startsWith("$")) {
            throw Errors.notImplemented("the positional projection '" + name + "'");
        }
        return switch (value) {
            case Boolean _, Number _ -> false;
            case Document operator when operator.keySet().equals(Set.of("$slice")) -> true;
            case Document operator
            when operator.keySet().equals(Set.of("$elemMatch")) -> {
                checkElements(operator.get("$elemMatch"));
                yield false;
            }
            default -> throw Errors.notImplemented("the expression in the projection of '" + name + "'");
        };
    }
}
