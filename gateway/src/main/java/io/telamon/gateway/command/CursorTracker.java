package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Replies;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.OpMsg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Notices in replies which cursors they open and end. */
final class CursorTracker implements Replies {

    private static final byte[] CURSOR = "cursor".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "id".getBytes(StandardCharsets.US_ASCII);

    private final Replies client;
    private final OpenCursors cursors;
    private final Request request;

    CursorTracker(Replies client, OpenCursors cursors, Request request) {
        this.client = client;
        this.cursors = cursors;
        this.request = request;
    }

    @Override
    public void message(Bytes frame) throws IOException {
        requireAlive();
        notice(OpMsg.replyBody(frame));
        client.message(frame);
    }

    @Override
    public void document(Bytes document) throws IOException {
        requireAlive();
        notice(document);
        client.document(document);
    }

    /** Engines may end what they do all the same: then the client is not told what came of it. */
    private void requireAlive() {
        if (request.session().operation().isKilled()) {
            throw Errors.interrupted();
        }
    }

    private void notice(Bytes reply) throws IOException {
        long took = request.session().operation().replied();
        BsonCursor elements = BsonCursor.over(reply);
        while (elements.next()) {
            if (elements.type() == BsonType.DOCUMENT && elements.isNamed(CURSOR)) {
                noticeCursor(elements.value());
                if (took >= SlowOperations.LEAST_NANOS) {
                    request.session().operation().returned(batch(elements.value()));
                }
                return;
            }
        }
    }

    private void noticeCursor(Bytes cursor) throws IOException {
        BsonCursor elements = BsonCursor.over(cursor);
        while (elements.next()) {
            if (elements.type() == BsonType.INT64 && elements.isNamed(ID)) {
                if (elements.int64() != 0) {
                    opened(elements.int64());
                } else if (request.spec().name().equals("getMore")) {
                    ended();
                }
            }
        }
    }

    /** How many documents the batch of a cursor has. */
    private static long batch(Bytes cursor) throws IOException {
        BsonCursor elements = BsonCursor.over(cursor);
        while (elements.next()) {
            if (elements.type() == BsonType.ARRAY) {
                return count(elements.value());
            }
        }
        return 0;
    }

    private static long count(Bytes array) throws IOException {
        BsonCursor elements = BsonCursor.over(array);
        long count = 0;
        while (elements.next()) {
            count++;
        }
        return count;
    }

    private void opened(long id) {
        cursors.opened(
                request.tenant().id(), id, request.owner(), request.effects().touches());
    }

    private void ended() throws IOException {
        BsonCursor getMore = BsonCursor.over(request.message().bodyBytes());
        if (getMore.next() && getMore.type() == BsonType.INT64) {
            cursors.closed(request.tenant().id(), getMore.int64());
        }
    }
}
