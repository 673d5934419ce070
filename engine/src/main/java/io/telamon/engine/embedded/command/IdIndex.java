package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Set;

/** The index of {@code _id} as a {@code create} command describes it. Every collection has it and it cannot be another one. */
final class IdIndex {

    private static final Set<String> FIELDS = Set.of("key", "name", "ns", "v", "collation");

    private IdIndex() {}

    /**
     * Checks a description, as {@code listIndexes} hands it out.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if MongoDB would not accept it, or this engine cannot make the index
     */
    static void check(Document description) {
        for (String field : description.keySet()) {
            if (!FIELDS.contains(field)) {
                throw CommandErrors.invalidIdIndexOption(field);
            }
        }
        if (!(description.get("key") instanceof Document key) || !isId(key)) {
            throw CommandErrors.badValue(
                    "The field 'key' for an _id index must be {_id: 1}, but got " + description.get("key"));
        }
        if (description.containsKey("name") && !(description.get("name") instanceof String)) {
            throw CommandErrors.typeMismatch("The field 'name' must be a string");
        }
        IndexSpec.checkVersion(description.get("v"));
        if (!Values.isNeutral(description.get("collation"))) {
            throw CommandErrors.notImplemented("create with collation");
        }
    }

    private static boolean isId(Document key) {
        return key.size() == 1 && key.get("_id") instanceof Number direction && direction.doubleValue() == 1;
    }
}
