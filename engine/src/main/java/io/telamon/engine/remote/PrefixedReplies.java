package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The replies to one command, with the prefix taken off. Documents of the users themselves are never touched: only where a reply tells names or
 * describes errors is it changed.
 *
 * @param message as the client sent it
 * @param content what the replies hold
 */
record PrefixedReplies(Prefix prefix, DeploymentCursors cursors, Message message, Content content) {

    private static final byte[] NOTHING = {};
    private static final int CURSOR_NOT_FOUND = 43;

    Bytes reply(Bytes frame) {
        if (content == Content.DOCUMENTS) {
            Optional<Bytes> spliced = PrefixSplicer.reply(frame, prefix.bytes());
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
        } else {
            switch (content) {
                case DOCUMENTS -> changeErrors(body);
                case EVENTS -> {
                    changeErrors(body);
                    batch(body).forEach(event -> changeEvent(event.asDocument()));
                }
                case FACTS -> changeAll(body);
            }
            remember(body);
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

    /** What comes of a cursor later is like what came first. */
    private void remember(BsonDocument body) {
        boolean more = message.command().equals("getMore");
        if (body.isDocument("cursor") && body.getDocument("cursor").isInt64("id")) {
            long id = body.getDocument("cursor").getInt64("id").getValue();
            if (id != 0) {
                cursors.opened(id, content);
            } else if (more) {
                cursors.ended(Content.cursor(message));
            }
        } else if (more && body.getNumber("code", new BsonInt32(0)).intValue() == CURSOR_NOT_FOUND) {
            cursors.ended(Content.cursor(message));
        }
    }

    private static BsonArray batch(BsonDocument body) {
        if (!body.isDocument("cursor")) {
            return new BsonArray();
        }
        BsonDocument cursor = body.getDocument("cursor");
        return cursor.getArray(cursor.containsKey("nextBatch") ? "nextBatch" : "firstBatch", new BsonArray());
    }

    /** The names in an event: {@code ns} and {@code to}, as text or as database and collection, and what tells more of it. */
    private void changeEvent(BsonDocument event) {
        for (String field : Set.of("ns", "to")) {
            changeText(event, field);
            if (event.isDocument(field)) {
                changeText(event.getDocument(field), "db");
            }
        }
        if (event.isDocument("operationDescription")) {
            changeAll(event.getDocument("operationDescription"));
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
