package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.StoredCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands about which databases and collections there are. */
final class Catalogue {

    private Catalogue() {}

    static Document create(CommandCall call) {
        if (call.collection().isPresent()) {
            throw CommandErrors.namespaceExists("Collection " + call.namespace() + " already exists.");
        }
        call.document("idIndex").ifPresent(IdIndex::check);
        if (call.body().containsKey("autoIndexId") && !call.isTrue("autoIndexId")) {
            throw CommandErrors.invalidOptions("The 'autoIndexId' option is not allowed to be false");
        }
        call.create(call.target());
        return Values.ok();
    }

    static Document drop(CommandCall call) {
        StoredCollection collection =
                call.collection().orElseThrow(() -> CommandErrors.namespaceNotFound("ns not found"));
        int indexes = collection.getIndexes().size();
        call.stored().remove(collection);
        return new Document("nIndexesWas", indexes)
                .append("ns", call.namespace())
                .append("ok", 1.0);
    }

    static Document dropDatabase(CommandCall call) {
        Document reply = new Document();
        if (call.backend().find(call.database()).isPresent()) {
            call.backend().dropDatabase(call.database());
            reply.put("dropped", call.database());
        }
        return reply.append("ok", 1.0);
    }

    static Document rename(CommandCall call) {
        String from = String.valueOf(call.body().get("renameCollection"));
        String to = String.valueOf(call.body().get("to"));
        if (!databaseOf(from).equals(databaseOf(to))) {
            throw CommandErrors.notImplemented("renaming a collection into another database");
        }
        if (from.equals(to)) {
            throw CommandErrors.illegalOperation("Can't rename a collection to itself");
        }
        CommandCall inside = new CommandCall(call.store(), databaseOf(from), call.command(), call.body());
        StoredCollection source = inside.collection(collectionOf(from))
                .orElseThrow(() -> CommandErrors.namespaceNotFound("Source collection " + from + " does not exist"));
        makeRoom(inside, collectionOf(to));
        inside.stored().rename(source, collectionOf(to));
        return Values.ok();
    }

    private static void makeRoom(CommandCall call, String name) {
        if (name.isEmpty() || name.startsWith("system.") || name.contains("$") || name.contains("\0")) {
            throw CommandErrors.invalidNamespace("Invalid target namespace: " + name);
        }
        Optional<StoredCollection> target = call.collection(name);
        if (target.isPresent()) {
            if (!call.isTrue("dropTarget")) {
                throw CommandErrors.namespaceExists("target namespace exists");
            }
            call.stored().remove(target.get());
        }
    }

    private static String databaseOf(String namespace) {
        int dot = namespace.indexOf('.');
        if (dot < 1) {
            throw CommandErrors.invalidNamespace("Invalid namespace specified '" + namespace + "'");
        }
        return namespace.substring(0, dot);
    }

    private static String collectionOf(String namespace) {
        return namespace.substring(namespace.indexOf('.') + 1);
    }

    static Document listCollections(CommandCall call) {
        Document filter = Filters.prepare(call.document("filter").orElseGet(Document::new));
        List<Document> found = new ArrayList<>();
        for (String name : names(call)) {
            Document entry = describe(name);
            if (new DefaultQueryMatcher().matches(entry, filter)) {
                found.add(call.isTrue("nameOnly") ? nameOnly(name) : entry);
            }
        }
        String namespace = call.database() + ".$cmd.listCollections";
        return call.store().cursors().first(namespace, found, call.batchSize(Integer.MAX_VALUE), false);
    }

    private static Iterable<String> names(CommandCall call) {
        return call.backend()
                .find(call.database())
                .map(database -> List.copyOf(database.userCollections().keySet()))
                .orElseGet(List::of);
    }

    private static Document nameOnly(String name) {
        return new Document("name", name).append("type", "collection");
    }

    private static Document describe(String name) {
        Document id = new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_");
        return nameOnly(name)
                .append("options", new Document())
                .append("info", new Document("readOnly", false))
                .append("idIndex", id);
    }

    static Document listDatabases(CommandCall call) {
        Document filter = Filters.prepare(call.document("filter").orElseGet(Document::new));
        List<Document> found = new ArrayList<>();
        long total = 0;
        for (String name : call.backend().databaseNames()) {
            long size = Statistics.size(call.backend().database(name));
            Document entry =
                    new Document("name", name).append("sizeOnDisk", size).append("empty", false);
            if (new DefaultQueryMatcher().matches(entry, filter)) {
                found.add(call.isTrue("nameOnly") ? new Document("name", name) : entry);
                total += size;
            }
        }
        Document reply = new Document("databases", found);
        if (!call.isTrue("nameOnly")) {
            reply.append("totalSize", total).append("totalSizeMb", total >> 20);
        }
        return reply.append("ok", 1.0);
    }
}
