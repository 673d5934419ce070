package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Set;

/**
 * The fields that something may have. A field that is neither known nor refused by name is an error as well: nothing is ignored.
 *
 * @param owner what has them, for error texts
 * @param known those that are honoured, or that change nothing about the answer
 * @param refused those that MongoDB honours and this engine cannot
 */
record CommandFields(String owner, Set<String> known, Set<String> refused) {

    /** What every command may carry. There is one server, so every concern is met. */
    private static final Set<String> EVERYWHERE = Set.of(
            "$db",
            "lsid",
            "txnNumber",
            "$clusterTime",
            "$readPreference",
            "readConcern",
            "writeConcern",
            "comment",
            "maxTimeMS",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors");

    /** Those of a command that is refused as a whole. */
    static final CommandFields ANY = new CommandFields("", Set.of(), Set.of());

    static CommandFields of(String owner, String known, String refused) {
        return new CommandFields(owner, words(known), words(refused));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\s+", -1));
    }

    void check(Document document) {
        for (String field : document.keySet()) {
            if (known.contains(field)) {
                continue;
            }
            if (!refused.contains(field)) {
                throw CommandErrors.unknownField(owner, field);
            }
            if (!Values.isNeutral(document.get(field))) {
                throw CommandErrors.notImplemented(owner + " with " + field);
            }
        }
    }

    /** The fields of a document that MongoDB knows, be they refused here. */
    Document knownOf(Document document) {
        Document rest = new Document();
        document.forEach((field, value) -> {
            if (known.contains(field) || refused.contains(field)) {
                rest.put(field, value);
            }
        });
        return rest;
    }

    /** Checks a whole command. */
    void checkCommand(Document body) {
        if (equals(ANY)) {
            return;
        }
        if (body.containsKey("startTransaction") || body.containsKey("autocommit")) {
            throw CommandErrors.notImplemented("transactions");
        }
        Document own = new Document();
        body.forEach((field, value) -> {
            if (!EVERYWHERE.contains(field)
                    && !field.equals(body.keySet().iterator().next())) {
                own.put(field, value);
            }
        });
        check(own);
    }
}
