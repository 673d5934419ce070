package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.StoredCollection;
import io.telamon.engine.embedded.store.StoredDatabase;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $out}: a collection is replaced as a whole, keeping its indexes, or stays as it was. */
final class Output {

    /** Where a result is collected; users' collections cannot have that name at the same time. */
    private static final String SCRATCH = "tmp.agg_out";

    private Output() {}

    static void replace(CommandCall call, @Nullable Object out, Stream<Document> result) {
        String name = target(call, out);
        StoredDatabase database = call.stored();
        Optional<StoredCollection> before = call.collection(name);
        String scratchName = SCRATCH + "." + Long.toHexString(System.nanoTime());
        StoredCollection scratch = call.create(scratchName);
        try {
            before.ifPresent(old -> copyIndexes(database, old, scratch));
            result.forEach(scratch::addDocument);
        } catch (RuntimeException e) {
            database.remove(scratch);
            throw e;
        }
        before.ifPresent(database::remove);
        database.rename(scratch, name);
    }

    private static String target(CommandCall call, @Nullable Object out) {
        Object name = out;
        if (out instanceof Document description) {
            CommandFields.of("$out", "db coll", "timeseries").check(description);
            if (!call.database().equals(description.get("db"))) {
                throw CommandErrors.notImplemented("$out into another database");
            }
            name = description.get("coll");
        }
        if (name instanceof String text
                && !text.isEmpty()
                && !text.startsWith("system.")
                && !text.contains("$")
                && !text.contains("\0")) {
            return text;
        }
        throw CommandErrors.invalidNamespace("Invalid $out target: " + name);
    }

    private static void copyIndexes(StoredDatabase database, StoredCollection from, StoredCollection to) {
        for (Document index : database.indexesOf(from)) {
            if (!Indexes.isOfId(index)) {
                database.createIndex(to, index);
            }
        }
    }
}
