package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.Errors;
import java.util.Map;
import java.util.Set;

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

    private static boolean isSlice(String name, Object value) {
        if (name.equals("$") || name.contains(".$") || name.startsWith("$")) {
            throw Errors.notImplemented("the positional projection '" + name + "'");
        }
        return switch (value) {
            case Boolean _, Number _ -> false;
            case Document operator when operator.keySet().equals(Set.of("$slice")) -> true;
            case Document operator when operator.keySet().equals(Set.of("$elemMatch")) -> false;
            default -> throw Errors.notImplemented("the expression in the projection of '" + name + "'");
        };
    }
}
