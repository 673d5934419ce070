package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.bson.LazyDocuments;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.StoredBackend;
import io.telamon.engine.embedded.store.StoredCollection;
import io.telamon.engine.embedded.store.StoredDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command that is being run.
 *
 * @param store the cluster it is sent to
 * @param database the database it is sent to
 * @param command its name
 * @param body its fields, document sequences among them
 */
record CommandCall(ClusterStore store, String database, String command, Document body) {

    private static final String SYSTEM = "system.";

    StoredBackend backend() {
        return store.backend();
    }

    /** The collection it names. */
    String target() {
        if (body.get(command) instanceof String name && !name.isEmpty()) {
            return name;
        }
        throw CommandErrors.invalidNamespace(
                "Invalid namespace specified '" + database + "." + body.get(command) + "'");
    }

    String namespace() {
        return database + "." + target();
    }

    /** The collection it names, if it exists and is the users'. */
    Optional<StoredCollection> collection() {
        return collection(target());
    }

    Optional<StoredCollection> collection(String name) {
        return name.startsWith(SYSTEM) ? Optional.empty() : backend().find(database, name);
    }

    /** The collection it names, made if it does not exist. */
    StoredCollection orCreate() {
        return collection().orElseGet(() -> create(target()));
    }

    StoredCollection create(String name) {
        if (name.startsWith(SYSTEM) || name.contains("$") || name.contains("\0")) {
            throw CommandErrors.invalidNamespace("Invalid collection name: " + name);
        }
        DatabaseNames.checkCase(database, backend().databaseNames());
        StoredDatabase made = backend().database(database);
        made.createCollectionOrThrowIfExists(name);
        return made.find(name).orElseThrow();
    }

    StoredDatabase stored() {
        return backend().database(database);
    }

    boolean isTrue(String field) {
        return Values.isTrue(body.get(field));
    }

    Optional<Document> document(String field) {
        @Nullable Object value = body.get(field);
        return switch (value) {
            case null -> Optional.empty();
            case Document document -> Optional.of(document);
            default -> throw CommandErrors.typeMismatch("BSON field '" + command + "." + field + "' must be an object");
        };
    }

    /** A whole number that is not negative. */
    Optional<Integer> count(String field) {
        return Values.count(command + "." + field, body.get(field));
    }

    /** A list of documents that the command cannot be without. */
    List<Document> documents(String field) {
        if (!(body.get(field) instanceof Collection<?> values)) {
            throw CommandErrors.missing(command, field);
        }
        if (values instanceof LazyDocuments documents) {
            return documents;
        }
        return values.stream().map(value -> asDocument(field, value)).toList();
    }

    private Document asDocument(String field, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw CommandErrors.typeMismatch("BSON field '" + command + "." + field + "' must hold objects");
    }

    /** The batch size that a command with a {@code cursor} option asks for. */
    int batchSize(int otherwise) {
        return document("cursor")
                .flatMap(cursor -> Values.count("cursor.batchSize", cursor.get("batchSize")))
                .orElse(otherwise);
    }
}
