package io.telamon.engine.remote;

import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The replies to one command, with the prefix taken off. Documents of the users themselves are never touched: only where a reply tells names or
 * describes errors is it changed.
 *
 * @param command as the client sent it
 */
record PrefixedReplies(String prefix, OpenCursors cursors, BsonDocument command) {

    private static final byte[] NOTHING = {};

    /** Commands whose replies hold documents of users. */
    private static final Set<String> WITH_DOCUMENTS = Set.of(
            "find",
            "aggregate",
            "getMore",
            "findAndModify",
            "findandmodify",
            "distinct",
            "insert",
            "update",
            "delete",
            "count");

    /** First stages whose documents tell names instead. */
    private static final Set<String> TELLING = Set.of("$collStats", "$indexStats", "$changeStream", "$planCacheStats");

    byte[] reply(byte[] frame) {
        BsonDocument body = Wire.body(frame);
        change(body);
        return Wire.message(Wire.requestId(frame), Wire.responseTo(frame), Wire.flags(frame), body, NOTHING);
    }

    private void change(BsonDocument body) {
        String name = command.getFirstKey();
        if (name.equals("listDatabases")) {
            changeListing(body);
        } else if (name.equals("bulkWrite")) {
            changeErrors(body);
            batch(body).forEach(result -> changeText(result.asDocument(), "errmsg"));
        } else if (WITH_DOCUMENTS.contains(name)) {
            changeErrors(body);
            changeTelling(name, body);
        } else {
            changeAll(body);
        }
    }

    private void changeListing(BsonDocument body) {
        changeErrors(body);
        if (!body.isArray("databases")) {
            return;
        }
        DatabaseFilter filter = filter();
        BsonArray own = new BsonArray();
        long bytes = 0;
        for (BsonValue value : body.getArray("databases")) {
            BsonDocument database = value.asDocument();
            String name = database.getString("name").getValue();
            if (name.startsWith(prefix) && filter.matches().test(name.substring(prefix.length()))) {
                changeText(database, "name");
                bytes += database.isNumber("sizeOnDisk")
                        ? database.getNumber("sizeOnDisk").longValue()
                        : 0;
                own.add(filter.shown(database));
            }
        }
        body.put("databases", own);
        filter.sum(body, bytes);
    }

    private DatabaseFilter filter() {
        try {
            return DatabaseFilter.of(command);
        } catch (RefusedException e) {
            throw new IllegalStateException("was refused before", e);
        }
    }

    private void changeErrors(BsonDocument body) {
        changeText(body, "errmsg");
        if (body.isDocument("cursor")) {
            changeText(body.getDocument("cursor"), "ns");
        }
        if (body.isArray("writeErrors")) {
            body.getArray("writeErrors").forEach(error -> changeText(error.asDocument(), "errmsg"));
        }
        if (body.isDocument("writeConcernError")) {
            changeText(body.getDocument("writeConcernError"), "errmsg");
        }
    }

    private void changeTelling(String name, BsonDocument body) {
        long cursor = body.isDocument("cursor") && body.getDocument("cursor").isInt64("id")
                ? body.getDocument("cursor").getInt64("id").getValue()
                : 0;
        if (name.equals("aggregate") && tells()) {
            if (cursor != 0) {
                cursors.opened(cursor);
            }
            batch(body).forEach(this::changeNames);
        } else if (name.equals("getMore")) {
            long asked = command.get("getMore", new BsonInt64(0)).asNumber().longValue();
            if (cursors.tellNames(asked)) {
                batch(body).forEach(this::changeNames);
                if (cursor == 0) {
                    cursors.ended(asked);
                }
            }
        }
    }

    private boolean tells() {
        BsonArray pipeline = command.getArray("pipeline", new BsonArray());
        return !pipeline.isEmpty()
                && pipeline.getFirst().isDocument()
                && !pipeline.getFirst().asDocument().isEmpty()
                && TELLING.contains(pipeline.getFirst().asDocument().getFirstKey());
    }

    private static BsonArray batch(BsonDocument body) {
        if (!body.isDocument("cursor")) {
            return new BsonArray();
        }
        BsonDocument cursor = body.getDocument("cursor");
        return cursor.getArray(cursor.containsKey("nextBatch") ? "nextBatch" : "firstBatch", new BsonArray());
    }

    /** The names in a document of a stage that tells them: {@code ns} and {@code to}, as text or as database and collection. */
    private void changeNames(BsonValue value) {
        BsonDocument document = value.asDocument();
        for (String field : Set.of("ns", "to")) {
            changeText(document, field);
            if (document.isDocument(field)) {
                changeText(document.getDocument(field), "db");
            }
        }
    }

    private void changeText(BsonDocument document, String field) {
        if (document.isString(field)) {
            document.put(field, without(document.getString(field)));
        }
    }

    private BsonString without(BsonString text) {
        return new BsonString(text.getValue().replace(prefix, ""));
    }

    /** Everywhere in a reply that holds no documents of users. */
    private void changeAll(BsonDocument document) {
        document.replaceAll((field, value) -> changed(value));
    }

    private BsonValue changed(BsonValue value) {
        if (value.isString()) {
            return without(value.asString());
        }
        if (value.isDocument()) {
            changeAll(value.asDocument());
        } else if (value.isArray()) {
            value.asArray().replaceAll(this::changed);
        }
        return value;
    }
}
