package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the projections that mongo-java-server takes for something else, and writes the others so that it understands them. */
final class Projections {

    private Projections() {}

    /**
     * The projection as mongo-java-server answers it right.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 238 if this engine cannot answer it
     */
    static Document prepare(Document projection) {
        Document prepared = new Document();
        boolean slices = false;
        boolean others = false;
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            boolean sliced = isSlice(field.getKey(), field.getValue());
            slices |= sliced;
            others |= !sliced && !field.getKey().equals("_id");
            prepared.put(field.getKey(), value(field.getValue()));
        }
        if (slices && !others) {
            throw CommandErrors.notImplemented("a projection with $slice and no other field");
        }
        return prepared;
    }

    private static Object value(Object value) {
        return value instanceof Document operator && operator.get("$elemMatch") instanceof Document condition
                ? new Document("$elemMatch", Filters.prepare(condition))
                : value;
    }

    /** mongo-java-server looks for documents only. */
    private static void checkElements(@Nullable Object condition) {
        if (!(condition instanceof Document fields)
                || fields.keySet().stream().anyMatch(name -> name.startsWith("$"))) {
            throw CommandErrors.notImplemented("a projection with $elemMatch on other elements than documents");
        }
    }

    private static boolean isSlice(String name, @Nullable Object value) {
        if (name.equals("$") || name.contains(".$") || name.startsWith("$")) {
            throw CommandErrors.notImplemented("the positional projection '" + name + "'");
        }
        return switch (value) {
            case null -> throw CommandErrors.notImplemented("the expression in the projection of '" + name + "'");
            case Boolean _, Number _ -> false;
            case Document operator when operator.keySet().equals(Set.of("$slice")) -> true;
            case Document operator
            when operator.keySet().equals(Set.of("$elemMatch")) -> {
                checkElements(operator.get("$elemMatch"));
                yield false;
            }
            default -> throw CommandErrors.notImplemented("the expression in the projection of '" + name + "'");
        };
    }
}
