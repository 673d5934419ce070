package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonNull;
import org.bson.BsonSerializationException;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A deployment that several clusters share: each has its databases behind a prefix that is put before every name in what is sent on, and
 * taken off every name in what comes back. What cannot be rewritten is refused.
 *
 * <p>The commands are those that the gateway sends on; another one is refused, so that a command added there is looked at here, too.
 */
record PrefixedNames(Prefix prefix, DeploymentCursors cursors) implements Names {

    /** Commands whose name is followed by a collection, or by nothing that is a name. */
    private static final Set<String> ON_ONE_DATABASE = Set.of(
            "find",
            "count",
            "distinct",
            "aggregate",
            "getMore",
            "killCursors",
            "insert",
            "update",
            "delete",
            "findAndModify",
            "findandmodify",
            "explain",
            "create",
            "drop",
            "dropDatabase",
            "collMod",
            "convertToCapped",
            "listCollections",
            "createIndexes",
            "dropIndexes",
            "deleteIndexes",
            "listIndexes",
            "collStats",
            "collstats",
            "dbStats",
            "dbstats");

    /** Of these, those that name no other database than theirs wherever. */
    private static final Set<String> NAMING_ONE = Set.of(
            "find", "count", "distinct", "getMore", "insert", "update", "delete", "findAndModify", "findandmodify");

    private static final Set<String> ON_ADMIN =
            Set.of("listDatabases", "renameCollection", "bulkWrite", "commitTransaction", "abortTransaction");

    @Override
    public Request request(Message message) throws RefusedException {
        try {
            return changed(message);
        } catch (BsonInvalidOperationException | BsonSerializationException | IllegalArgumentException e) {
            throw RefusedException.badValue(message.command() + " has a field of another type than it takes");
        }
    }

    private Request changed(Message message) throws RefusedException {
        String command = message.command();
        PrefixedReplies replies = new PrefixedReplies(prefix, cursors, message, Content.of(message, cursors));
        if (NAMING_ONE.contains(command) && !Names.isReserved(message.database())) {
            Optional<PrefixSplicer.Prefixed> spliced =
                    PrefixSplicer.request(message.frame(), message.bodyBytes(), prefix.bytes());
            if (spliced.isPresent()) {
                return new PrefixedRequest(spliced.get(), replies);
            }
        }
        BsonDocument body = Wire.decode(message.bodyBytes());
        if (ON_ADMIN.contains(command) && message.database().equals("admin")) {
            changeOnAdmin(command, body);
        } else if (!ON_ONE_DATABASE.contains(command)) {
            throw RefusedException.notSupported(command + " is not supported in " + message.database());
        } else if (Names.isReserved(message.database())) {
            throw RefusedException.unauthorized("not authorized on " + message.database() + " to execute " + command);
        } else {
            body.put("$db", new BsonString(outer(message.database())));
            changeWithin(command, body);
            forgetKilled(command, body);
        }
        byte[] frame = Wire.message(message.requestId(), 0, message.flags(), body, sequences(message));
        Bytes whole = new Bytes(frame, 0, frame.length);
        return new PrefixedRequest((out, header) -> header.writeTo(out, whole), replies);
    }

    private void forgetKilled(String command, BsonDocument body) {
        if (command.equals("killCursors")) {
            body.getArray("cursors", new BsonArray())
                    .forEach(id -> cursors.ended(id.asNumber().longValue()));
        }
    }

    private record PrefixedRequest(DeploymentConnection.Outgoing outgoing, PrefixedReplies replies) implements Request {

        @Override
        public void writeTo(OutputStream out, RequestHeader header) throws IOException {
            outgoing.writeTo(out, header);
        }

        @Override
        public Bytes reply(Bytes frame) {
            return replies.reply(frame);
        }
    }

    private byte[] sequences(Message message) {
        return Wire.sequences(
                message, (field, documents) -> field.equals("nsInfo") ? namespaces(documents) : documents);
    }

    /** The documents of {@code nsInfo}, one after the other. */
    private byte[] namespaces(byte[] documents) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        for (int at = 0; at < documents.length; at += Wire.int32(documents, at)) {
            BsonDocument info = Wire.decode(new Bytes(documents, at, Wire.int32(documents, at)));
            putPrefix(info, "ns");
            changed.writeBytes(Wire.encode(info));
        }
        return changed.toByteArray();
    }

    private void changeOnAdmin(String command, BsonDocument body) throws RefusedException {
        switch (command) {
            case "listDatabases" -> {
                DatabaseFilter.of(body);
                body.remove("filter");
                body.put("nameOnly", BsonBoolean.FALSE);
            }
            case "renameCollection" -> {
                requireOwn(body, "renameCollection");
                requireOwn(body, "to");
                putPrefix(body, "renameCollection");
                putPrefix(body, "to");
            }
            case "bulkWrite" -> {
                for (BsonValue info : body.getArray("nsInfo", new BsonArray())) {
                    putPrefix(info.asDocument(), "ns");
                }
            }
            default -> {}
        }
    }

    private static void requireOwn(BsonDocument body, String field) throws RefusedException {
        String namespace = body.getString(field, new BsonString("")).getValue();
        int dot = namespace.indexOf('.');
        if (dot < 1 || Names.isReserved(namespace.substring(0, dot))) {
            throw RefusedException.unauthorized("not authorized to rename " + namespace);
        }
    }

    private void changeWithin(String command, BsonDocument body) throws RefusedException {
        if (command.equals("explain")) {
            BsonDocument explained = body.getDocument("explain", new BsonDocument());
            if (explained.containsKey("$db")) {
                putPrefix(explained, "$db");
            }
            changePipeline(explained);
        } else {
            changePipeline(body);
        }
    }

    private void changePipeline(BsonDocument holder) throws RefusedException {
        changeStages(holder.get("pipeline", BsonNull.VALUE));
    }

    private void changeStages(BsonValue pipeline) throws RefusedException {
        List<PrefixedPipelines.Stage> stages = PrefixedPipelines.stages(pipeline);
        for (PrefixedPipelines.Stage stage : stages) {
            changeStage(stage);
            for (BsonValue inner : PrefixedPipelines.within(stage)) {
                changeStages(inner);
            }
        }
        if (stages.stream().anyMatch(stage -> stage.name().equals("$changeStream"))) {
            ChangeEventFilter.check(stages);
        }
    }

    private void changeStage(PrefixedPipelines.Stage stage) throws RefusedException {
        BsonValue value = stage.value();
        switch (stage.name()) {
            case "$lookup", "$graphLookup" -> changeTarget(field(value, "from"));
            case "$unionWith", "$out" -> changeTarget(value);
            case "$merge" -> changeTarget(field(value, "into"));
            case "$changeStream" -> {
                if (value.isDocument() && value.asDocument().containsKey("allChangesForCluster")) {
                    throw RefusedException.notSupported("a change stream of the whole cluster is not supported");
                }
            }
            case "$currentOp",
                    "$listSessions",
                    "$listLocalSessions",
                    "$listClusterCatalog",
                    "$listCatalog",
                    "$queryStats",
                    "$shardedDataDistribution" ->
                throw RefusedException.notSupported(stage.name() + " is not supported");
            default -> {}
        }
    }

    private static BsonValue field(BsonValue value, String name) {
        return value.isDocument() ? value.asDocument().get(name, BsonNull.VALUE) : BsonNull.VALUE;
    }

    /** Where a stage names a collection of another database: {@code {db, coll}}. */
    private void changeTarget(BsonValue target) throws RefusedException {
        if (target.isDocument() && target.asDocument().isString("db")) {
            String database = target.asDocument().getString("db").getValue();
            if (Names.isReserved(database)) {
                throw RefusedException.unauthorized("not authorized on " + database);
            }
            putPrefix(target.asDocument(), "db");
        }
    }

    private void putPrefix(BsonDocument document, String field) {
        document.put(field, new BsonString(outer(document.getString(field).getValue())));
    }

    @Override
    public List<String> own(List<String> all) {
        return all.stream().filter(prefix::begins).map(prefix::off).toList();
    }

    @Override
    public String outer(String database) {
        return prefix.before(database);
    }
}
