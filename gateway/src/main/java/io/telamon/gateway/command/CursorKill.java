package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.Bson;
import io.telamon.gateway.wire.MalformedFrameException;
import io.telamon.gateway.wire.OpMsg;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonValue;

/**
 * A {@code killCursors}. The engine is told of cursors alone that are open in the cluster and that the user may end: it may keep those of
 * other clusters too, and take any number for one of them. What is left is answered as not found.
 *
 * @param known the cursors that the engine is told of
 * @param unknown the others
 */
record CursorKill(List<BsonValue> known, List<BsonValue> unknown) {

    static CursorKill of(Request request, OpenCursors cursors) {
        if (!(request.message().body().get("cursors") instanceof BsonArray ids)) {
            throw Errors.typeMismatch("killCursors needs an array of cursors");
        }
        ClusterId cluster = request.tenant().id();
        boolean any = request.principal().privileges().allowOnCluster(Action.KILL_ANY_CURSOR);
        Map<Boolean, List<BsonValue>> isKnown = ids.stream()
                .collect(Collectors.partitioningBy(id -> cursors.isOpen(cluster, number(id), request.owner(), any)));
        return new CursorKill(isKnown.getOrDefault(true, List.of()), isKnown.getOrDefault(false, List.of()));
    }

    private static long number(BsonValue id) {
        return id.isNumber() ? id.asNumber().longValue() : 0;
    }

    /** The message to run in place of the one that came. */
    Message message(Message message) throws MalformedFrameException {
        if (unknown.isEmpty()) {
            return message;
        }
        BsonDocument body = Bson.decode(message.bodyBytes());
        body.put("cursors", new BsonArray(known));
        return OpMsg.withBody(message, body);
    }

    /**
     * Where to put the engine's reply: the cursors are forgotten before the client has it, so that a client
     * that is told that they are killed cannot go on with them.
     */
    Replies replies(Replies client, ClusterId cluster, OpenCursors cursors) {
        Replies whole = unknown.isEmpty() ? client : new RewrittenReplies(client, this::withUnknown);
        return new Replies() {
            @Override
            public void message(Bytes frame) throws IOException {
                forget(cluster, cursors);
                whole.message(frame);
            }

            @Override
            public void document(Bytes document) throws IOException {
                forget(cluster, cursors);
                whole.document(document);
            }
        };
    }

    private BsonDocument withUnknown(BsonDocument reply) {
        if (reply.get("cursorsNotFound") instanceof BsonArray notFound) {
            notFound.addAll(unknown);
        }
        return reply;
    }

    /** Answers in place of the engine, which would have nothing to do. */
    void answer(Replies client) throws IOException {
        byte[] reply = Bson.encode(new BsonDocument("cursorsKilled", new BsonArray())
                .append("cursorsNotFound", new BsonArray(unknown))
                .append("cursorsAlive", new BsonArray())
                .append("cursorsUnknown", new BsonArray())
                .append("ok", new BsonDouble(1)));
        client.document(new Bytes(reply, 0, reply.length));
    }

    /** Forgets the cursors that the engine has ended. */
    void forget(ClusterId cluster, OpenCursors cursors) {
        known.forEach(id -> cursors.closed(cluster, number(id)));
    }
}
