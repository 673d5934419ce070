package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index that is wanted.
 *
 * @param name its name
 * @param key its fields and their directions
 * @param description all that is said about it
 */
record IndexSpec(String name, Document key, Document description) {

    private static final CommandFields FIELDS = CommandFields.of(
            "createIndexes.indexes",
            "key name unique sparse v ns background dropDups",
            "expireAfterSeconds partialFilterExpression collation hidden weights default_language language_override "
                    + "textIndexVersion 2dsphereIndexVersion bits min max bucketSize wildcardProjection clustered prepareUnique "
                    + "storageEngine");

    /**
     * Reads a description; refuses what would be ignored.
     *
     * @param dropsUnknown whether options that MongoDB does not have are left out instead
     */
    static IndexSpec of(Document description, boolean dropsUnknown) {
        FIELDS.check(dropsUnknown ? FIELDS.knownOf(description) : description);
        checkVersion(description.get("v"));
        if (!(description.get("key") instanceof Document key) || key.isEmpty()) {
            throw CommandErrors.cannotCreateIndex("Index keys cannot be an empty object");
        }
        if (!(description.get("name") instanceof String name)
                || name.isEmpty()
                || name.equals("*")
                || name.contains("\0")) {
            throw CommandErrors.cannotCreateIndex("an index needs a name");
        }
        key.entrySet().forEach(IndexSpec::checkField);
        if (key.containsKey("_id") && key.size() == 1) {
            return new IndexSpec("_id_", key, description);
        }
        Document kept = new Document("v", 2).append("key", key).append("name", name);
        keepTrue(description, kept, "unique");
        keepTrue(description, kept, "sparse");
        return new IndexSpec(name, key, kept);
    }

    static void checkVersion(@Nullable Object version) {
        if (version != null
                && !(version instanceof Number number && (number.doubleValue() == 1 || number.doubleValue() == 2))) {
            throw CommandErrors.cannotCreateIndex(
                    "Invalid index specification: cannot create an index of version v=" + version);
        }
    }

    private static void keepTrue(Document from, Document to, String option) {
        if (Values.isTrue(from.get(option))) {
            to.put(option, true);
        }
    }

    private static void checkField(Map.Entry<String, Object> field) {
        String name = field.getKey();
        if (name.equals("$**") || name.endsWith(".$**")) {
            throw CommandErrors.notImplemented("wildcard indexes");
        }
        if (name.isEmpty()
                || name.startsWith("$")
                || name.startsWith(".")
                || name.endsWith(".")
                || name.contains("..")) {
            throw CommandErrors.cannotCreateIndex("Index key contains an illegal field name: '" + name + "'");
        }
        if (field.getValue() instanceof String kind) {
            throw CommandErrors.notImplemented(kind + " indexes");
        }
        if (!(field.getValue() instanceof Number direction) || direction.doubleValue() == 0) {
            throw CommandErrors.cannotCreateIndex("Values in the index key pattern must be numbers other than 0");
        }
    }

    /** Whether it is there already; an error if something else stands in its way. */
    boolean isAmong(List<Document> existing) {
        for (Document index : existing) {
            boolean sameName = name.equals(index.get("name"));
            boolean sameKey = directions(key).equals(directions((Document) Objects.requireNonNull(index.get("key"))));
            if (sameName && sameKey && (sameOptions(index) || Indexes.isOfId(index))) {
                return true;
            }
            if (sameName) {
                throw CommandErrors.indexKeySpecsConflict("An existing index has the same name as the requested index '"
                        + name + "' but another key or other options");
            }
            if (sameKey && sameOptions(index)) {
                throw CommandErrors.indexOptionsConflict(
                        "Index already exists with a different name: " + index.get("name"));
            }
        }
        return false;
    }

    private boolean sameOptions(Document index) {
        return Values.isTrue(index.get("unique")) == Values.isTrue(description.get("unique"))
                && Values.isTrue(index.get("sparse")) == Values.isTrue(description.get("sparse"));
    }

    private static Document directions(Document key) {
        Document directions = new Document();
        key.forEach((field, direction) -> directions.put(field, ((Number) direction).doubleValue() > 0 ? 1 : -1));
        return directions;
    }
}
