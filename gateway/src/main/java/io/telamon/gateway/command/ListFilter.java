package io.telamon.gateway.command;

import io.telamon.gateway.access.Privileges;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.MalformedFrameException;
import io.telamon.gateway.wire.OpMsg;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Lists of names show users who may not see all of them only those that they have something to do with. */
final class ListFilter {

    private static final int WHOLE_LIST = 100_000;

    private static final BsonInt64 NOT_OPEN = new BsonInt64(0);

    private ListFilter() {}

    /** Reads {@code listCollections}: the form for users who may not list all is open to everyone. */
    static CommandFootprint listCollections(Message message) {
        BsonDocument command = message.body();
        boolean narrow = BsonBoolean.TRUE.equals(command.get("nameOnly"))
                && BsonBoolean.TRUE.equals(command.get("authorizedCollections"));
        return narrow
                ? CommandFootprint.NONE
                : CommandFootprint.of(new RequiredPrivilege(Action.LIST_COLLECTIONS, database(message)));
    }

    /** The message to run in place of the one that came. */
    static Message message(Request request) throws MalformedFrameException {
        if (!narrowsCollections(request)) {
            return request.message();
        }
        BsonDocument whole = new BsonDocument();
        request.message().body().forEach(whole::append);
        whole.put("cursor", new BsonDocument("batchSize", new BsonInt32(WHOLE_LIST)));
        return OpMsg.withBody(request.message(), whole);
    }

    /** Where to put the replies in place of the client. */
    static Replies replies(Request request, Replies client) {
        Privileges privileges = request.principal().privileges();
        if (narrowsCollections(request)) {
            String database = request.message().database();
            return new RewrittenReplies(
                    client, reply -> collections(reply, name -> privileges.touch(new Namespace(database, name))));
        }
        if (request.spec().name().equals("listDatabases") && !privileges.allowOnCluster(Action.LIST_DATABASES)) {
            return new RewrittenReplies(client, reply -> databases(reply, privileges::touch));
        }
        return client;
    }

    private static boolean narrowsCollections(Request request) {
        return request.spec().name().equals("listCollections")
                && !request.principal().privileges().allow(Action.LIST_COLLECTIONS, database(request.message()));
    }

    private static Namespace database(Message message) {
        return new Namespace(message.database(), "");
    }

    private static BsonDocument databases(BsonDocument reply, Predicate<String> visible) {
        if (reply.get("databases") instanceof BsonArray all) {
            reply.put("databases", narrowed(all, visible));
            reply.remove("totalSize");
            reply.remove("totalSizeMb");
        }
        return reply;
    }

    private static BsonDocument collections(BsonDocument reply, Predicate<String> visible) {
        if (reply.get("cursor") instanceof BsonDocument cursor && cursor.get("firstBatch") instanceof BsonArray all) {
            if (cursor.getNumber("id", NOT_OPEN).longValue() != 0) {
                throw Errors.internal();
            }
            cursor.put("firstBatch", narrowed(all, visible));
        }
        return reply;
    }

    private static BsonArray narrowed(BsonArray entries, Predicate<String> visible) {
        return new BsonArray(
                entries.stream().filter(entry -> visible.test(name(entry))).toList());
    }

    private static String name(BsonValue entry) {
        return entry instanceof BsonDocument document && document.get("name") instanceof BsonString name
                ? name.getValue()
                : "";
    }
}
