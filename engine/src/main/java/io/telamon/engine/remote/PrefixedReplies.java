package io.telamon.engine.remote;

import io.telamon.gateway.spi.Bytes;
import io.telamon.gateway.spi.Message;
import java.util.Optional;
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
 * @param message as the client sent it
 */
record PrefixedReplies(Prefix prefix, OpenCursors cursors, Message message) {

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

    Bytes reply(Bytes frame) {
        if (WITH_DOCUMENTS.contains(message.command()) && !tells()) {
            Optional<Bytes> spliced = Splice.reply(frame, prefix.bytes());
            if (spliced.isPresent()) {
                return spliced.get();
            }
        }
        BsonDocument body = Wire.body(frame);
        change(body);
        byte[] changed = Wire.message(Wire.requestId(frame), Wire.responseTo(frame), Wire.flags(frame), body, NOTHING);
        return new Bytes(changed, 0, changed.length);
    }

    private void change(BsonDocument body) {
        String name = message.command();
        if (name.equals("listDatabases")) {
            changeListing(body);
        } else if (name.equals("bulkWrite")) {
            changeErrors(body);
            batch(body).forEach(result -> changeText(result.asDocument(), "errmsg"));
        } else if (WITH_DOCUMENTS.contains(name)) {
            changeErrors(body);
            if (tells()) {
                changeTelling(body);
            }
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
            if (prefix.begins(name) && filter.matches().test(prefix.off(name))) {
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
            return DatabaseFilter.of(Wire.decode(message.bodyBytes()));
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

    /** Whether the documents of a reply tell names. */
    private boolean tells() {
        return switch (message.command()) {
            case "aggregate" -> beginsTelling();
            case "getMore" -> cursors.tellNames(cursorAsked());
            default -> false;
        };
    }

    private boolean beginsTelling() {
        BsonArray pipeline = message.body().getArray("pipeline", new BsonArray());
        return !pipeline.isEmpty()
                && pipeline.getFirst().isDocument()
                && !pipeline.getFirst().asDocument().isEmpty()
                && TELLING.contains(pipeline.getFirst().asDocument().getFirstKey());
    }

    private long cursorAsked() {
        return message.body().get("getMore", new BsonInt64(0)).asNumber().longValue();
    }

    private void changeTelling(BsonDocument body) {
        batch(body).forEach(this::changeNames);
        long open = body.isDocument("cursor") && body.getDocument("cursor").isInt64("id")
                ? body.getDocument("cursor").getInt64("id").getValue()
                : 0;
        if (open != 0) {
            cursors.opened(open);
        } else if (message.command().equals("getMore")) {
            cursors.ended(cursorAsked());
        }
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
        return new BsonString(prefix.outOf(text.getValue()));
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
