package io.telamon.gateway.command;

import static io.telamon.gateway.command.SimpleAnalyzer.onCollection;
import static io.telamon.gateway.command.SimpleAnalyzer.onDatabase;
import static io.telamon.gateway.command.SimpleAnalyzer.onNothing;

import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.session.LocalCommand;
import io.telamon.gateway.spi.directory.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;

/** Every command that there is. What is not in it is refused. */
final class CommandTable {

    private final Map<String, CommandSpec> commands = new HashMap<>();

    /** The commands that the engine runs, with those that the gateway answers. */
    CommandTable(Iterable<CommandSpec> local) {
        local.forEach(spec -> commands.put(spec.name(), spec));
        documents();
        collections();
        indexes();
        measures();
        sessions();
        LocalCommand list = (_, _) -> listed();
        commands.put("listCommands", new CommandSpec.Local("listCommands", false, false, Optional.empty(), list));
    }

    /** Answers {@code listCommands} with the commands that there are, by name. */
    private BsonDocument listed() {
        BsonDocument all = new BsonDocument();
        new TreeMap<>(commands).forEach((name, spec) -> all.append(name, described(spec)));
        return new BsonDocument("commands", all).append("ok", new BsonDouble(1));
    }

    private static BsonDocument described(CommandSpec spec) {
        boolean anonymous =
                spec instanceof CommandSpec.Greeting || (spec instanceof CommandSpec.Local local && local.anonymous());
        BsonArray versions = new BsonArray(spec.stable() ? List.of(new BsonString("1")) : List.of());
        return new BsonDocument("requiresAuth", BsonBoolean.valueOf(!anonymous)).append("apiVersions", versions);
    }

    Optional<CommandSpec> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    private void documents() {
        stable("find", OperationKind.QUERY, onCollection(Action.FIND));
        stable("count", OperationKind.QUERY, onCollection(Action.FIND));
        other("distinct", OperationKind.QUERY, onCollection(Action.FIND));
        stable("aggregate", OperationKind.QUERY, PipelineAnalyzer::aggregate);
        stable("getMore", OperationKind.GETMORE, onNothing());
        stable("killCursors", OperationKind.COMMAND, onNothing());
        write("insert", OperationKind.INSERT, onCollection(Action.INSERT));
        write("update", OperationKind.UPDATE, WriteAnalyzer::update);
        write("delete", OperationKind.DELETE, onCollection(Action.REMOVE));
        write("findAndModify", OperationKind.UPDATE, WriteAnalyzer::findAndModify);
        write("findandmodify", OperationKind.UPDATE, WriteAnalyzer::findAndModify);
        write("bulkWrite", OperationKind.INSERT, new BulkWriteAnalyzer());
        stable("explain", OperationKind.COMMAND, new ExplainAnalyzer(this));
    }

    private void collections() {
        write("create", OperationKind.COMMAND, CollectionAnalyzer::create);
        write("drop", OperationKind.COMMAND, onCollection(Action.DROP_COLLECTION));
        write("dropDatabase", OperationKind.COMMAND, onDatabase(Action.DROP_DATABASE));
        write("collMod", OperationKind.COMMAND, CollectionAnalyzer::modify);
        other("renameCollection", OperationKind.COMMAND, CollectionAnalyzer::rename);
        other("convertToCapped", OperationKind.COMMAND, onCollection(Action.CONVERT_TO_CAPPED));
        stable("listCollections", OperationKind.COMMAND, ListFilter::listCollections);
        stable("listDatabases", OperationKind.COMMAND, onNothing());
    }

    private void indexes() {
        write("createIndexes", OperationKind.COMMAND, onCollection(Action.CREATE_INDEX));
        write("dropIndexes", OperationKind.COMMAND, onCollection(Action.DROP_INDEX));
        other("deleteIndexes", OperationKind.COMMAND, onCollection(Action.DROP_INDEX));
        stable("listIndexes", OperationKind.COMMAND, onCollection(Action.LIST_INDEXES));
    }

    private void measures() {
        other("collStats", OperationKind.COMMAND, onCollection(Action.COLL_STATS));
        other("collstats", OperationKind.COMMAND, onCollection(Action.COLL_STATS));
        other("dbStats", OperationKind.COMMAND, onDatabase(Action.DB_STATS));
        other("dbstats", OperationKind.COMMAND, onDatabase(Action.DB_STATS));
    }

    private void sessions() {
        stable("commitTransaction", OperationKind.COMMAND, onNothing());
        stable("abortTransaction", OperationKind.COMMAND, onNothing());
    }

    private void stable(String name, OperationKind kind, Analyzer analyzer) {
        commands.put(name, new CommandSpec.Forwarded(name, true, kind, false, analyzer));
    }

    private void other(String name, OperationKind kind, Analyzer analyzer) {
        commands.put(name, new CommandSpec.Forwarded(name, false, kind, false, analyzer));
    }

    private void write(String name, OperationKind kind, Analyzer analyzer) {
        commands.put(name, new CommandSpec.Forwarded(name, true, kind, true, analyzer));
    }
}
