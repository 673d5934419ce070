package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.ClusterStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The commands of the embedded engine. */
public final class Commands {

    private static final Set<String> FREEING = Set.of("delete", "drop", "dropDatabase", "dropIndexes", "deleteIndexes");

    private final Map<String, Spec> specs = new HashMap<>();

    /** All of them. */
    public Commands() {
        documents();
        writes();
        catalogue();
        indexes();
        rest();
    }

    /**
     * Runs a command.
     *
     * @param durable whether a write must be on the disk before this returns
     * @return the reply
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if the client is to be told of an error
     */
    public Document run(ClusterStore store, String database, String command, Document body, boolean durable) {
        Spec spec = Optional.ofNullable(specs.get(command)).orElseThrow(() -> CommandErrors.commandNotFound(command));
        spec.fields().checkCommand(body);
        DatabaseNames.check(database);
        CommandCall call = new CommandCall(store, database, command, body);
        ReadConcerns.check(call);
        try (CommandLimits limits = new CommandLimits(store.cursors().memory().share())) {
            return TimeLimit.of(call)
                    .run(() -> limits.run(() -> spec.writes().test(body)
                            ? store.write(() -> written(call, spec.handler()), durable)
                            : store.read(() -> spec.handler().answer(call))));
        }
    }

    /** The time of a write that failed halfway is a time of its own, too. */
    private static Document written(CommandCall call, CommandHandler handler) {
        try {
            return Retries.once(call, handler);
        } finally {
            call.store().time().advance();
        }
    }

    /** Whether a command may change anything. */
    public boolean writes(String command, Document body) {
        Spec spec = specs.get(command);
        return spec != null && spec.writes().test(body);
    }

    /** Whether a command only takes away what is stored, so that it needs little space on the disk and gives some back. */
    public boolean frees(String command, Document body) {
        return FREEING.contains(command)
                || (command.equalsIgnoreCase("findAndModify") && Values.isTrue(body.get("remove")));
    }

    private void documents() {
        read(
                "find",
                "filter sort projection skip limit batchSize singleBatch hint allowDiskUse allowPartialResults noCursorTimeout",
                "collation let max min returnKey showRecordId tailable awaitData oplogReplay readOnce requestResumeToken resumeAfter "
                        + "startAt querySettings",
                FindCommands::find);
        read("count", "query limit skip hint fields", "collation", FindCommands::count);
        read("distinct", "key query hint", "collation", FindCommands::distinct);
        add(
                "aggregate",
                "pipeline cursor allowDiskUse hint bypassDocumentValidation",
                "collation let explain",
                Aggregating::writes,
                Aggregating::aggregate);
        read("getMore", "collection batchSize", "term lastKnownCommittedOpTime", EmbeddedCursorCommands::getMore);
        read("killCursors", "cursors", "", EmbeddedCursorCommands::killCursors);
    }

    private void writes() {
        write("insert", "documents ordered bypassDocumentValidation bypassEmptyTsReplacement", "", Writing::insert);
        write("update", "updates ordered bypassDocumentValidation bypassEmptyTsReplacement", "let", Writing::update);
        write("delete", "deletes ordered", "let", Writing::delete);
        write(
                "findAndModify",
                "query sort remove update new fields upsert arrayFilters hint bypassDocumentValidation "
                        + "bypassEmptyTsReplacement",
                "collation let",
                FindAndModify::run);
        specs.put("findandmodify", specs.get("findAndModify"));
    }

    private void catalogue() {
        write(
                "create",
                "autoIndexId idIndex temp",
                "capped size max validator validationLevel validationAction viewOn pipeline timeseries collation expireAfterSeconds "
                        + "clusteredIndex changeStreamPreAndPostImages recordPreImages storageEngine indexOptionDefaults encryptedFields flags",
                Catalogue::create);
        write("drop", "", "", Catalogue::drop);
        write("dropDatabase", "", "", Catalogue::dropDatabase);
        write("renameCollection", "to dropTarget", "stayTemp", Catalogue::rename);
        read(
                "listCollections",
                "filter nameOnly authorizedCollections cursor",
                "includePendingDrops",
                Catalogue::listCollections);
        read("listDatabases", "filter nameOnly authorizedDatabases", "", Catalogue::listDatabases);
        read("collStats", "scale", "", Statistics::collection);
        read("dbStats", "scale freeStorage", "", Statistics::database);
        specs.put("collstats", specs.get("collStats"));
        specs.put("dbstats", specs.get("dbStats"));
    }

    private void indexes() {
        write("createIndexes", "indexes commitQuorum ignoreUnknownIndexOptions", "", Indexes::create);
        write("dropIndexes", "index", "", Indexes::drop);
        specs.put("deleteIndexes", specs.get("dropIndexes"));
        read("listIndexes", "cursor", "includeBuildUUIDs includeIndexBuildInfo", Indexes::list);
    }

    private void rest() {
        refuse("explain");
        refuse("collMod");
        refuse("convertToCapped");
        refuse("bulkWrite");
        refuse("mapReduce");
        refuse("createSearchIndexes");
        refuse("dropSearchIndex");
        refuse("updateSearchIndex");
        refuse("commitTransaction", CommandErrors.noTransaction());
        refuse("abortTransaction", CommandErrors.noTransaction());
        read("ping", "", "", _ -> Values.ok());
    }

    private void read(String name, String known, String refused, CommandHandler handler) {
        add(name, known, refused, Commands::never, handler);
    }

    private void write(String name, String known, String refused, CommandHandler handler) {
        add(name, known, refused, Commands::always, handler);
    }

    private static boolean never(Document body) {
        return false;
    }

    private static boolean always(Document body) {
        return true;
    }

    private void add(String name, String known, String refused, Predicate<Document> writes, CommandHandler handler) {
        specs.put(name, new Spec(CommandFields.of(name, known, refused), writes, handler));
    }

    private void refuse(String name) {
        refuse(name, CommandErrors.notImplemented(name));
    }

    private void refuse(String name, MongoServerError error) {
        specs.put(name, new Spec(CommandFields.ANY, Commands::never, _ -> {
            throw error;
        }));
    }
}
