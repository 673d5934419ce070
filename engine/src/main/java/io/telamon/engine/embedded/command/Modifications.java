package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.filter.DocumentEquality;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an update makes of a document: a replacement, or operators on paths. */
final class Modifications {

    private static final Set<String> KNOWN = Set.of(
            "$set",
            "$unset",
            "$setOnInsert",
            "$inc",
            "$mul",
            "$min",
            "$max",
            "$rename",
            "$currentDate",
            "$push",
            "$addToSet",
            "$pop",
            "$pull",
            "$pullAll");

    private static final Set<String> REFUSED = Set.of("$bit");

    private Modifications() {}

    /**
     * The update as mongo-java-server runs it right.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 9 if it is none, 238 if this engine cannot run it
     */
    static Document prepare(@Nullable Object update) {
        if (update instanceof Collection<?>) {
            throw CommandErrors.notImplemented("an update by an aggregation pipeline");
        }
        if (!(update instanceof Document modification)) {
            throw CommandErrors.failedToParse("Update argument must be either an object or an array");
        }
        if (modification.keySet().stream().noneMatch(name -> name.startsWith("$"))) {
            return modification;
        }
        Document prepared = new Document();
        modification.forEach((name, value) -> prepared.put(name, operator(name, value)));
        return prepared;
    }

    private static Object operator(String name, @Nullable Object value) {
        if (REFUSED.contains(name)) {
            throw CommandErrors.notImplemented("the update operator " + name);
        }
        if (!KNOWN.contains(name)) {
            throw CommandErrors.failedToParse("Unknown modifier: " + name
                    + ". Expected a valid update modifier or pipeline-style update specified as an array");
        }
        if (!(value instanceof Document changes)) {
            throw CommandErrors.failedToParse(
                    "Modifiers operate on fields but we found another type instead. For example:"
                            + " {$mod: {<field>: ...}} not {" + name + ": " + value + "}");
        }
        if (name.equals("$rename")) {
            checkTargets(changes);
        }
        return name.equals("$pull") ? pull(changes) : changes;
    }

    private static void checkTargets(Document renames) {
        for (Object target : renames.values()) {
            if (target instanceof String path && path.contains("\0")) {
                throw CommandErrors.badValue("The 'to' field for $rename cannot contain an embedded null byte");
            }
        }
    }

    private static Document pull(Document changes) {
        Document prepared = new Document();
        changes.forEach((path, condition) -> {
            Filters.checkCondition(condition);
            prepared.put(path, DocumentEquality.ofElementsToPull(condition));
        });
        return prepared;
    }
}
