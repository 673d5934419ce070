package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;

/**
 * The reply that a connection waits for. The first reply to a request names the request's number in {@code responseTo}, each further one of a
 * stream that of the reply before it (OP_MSG in the MongoDB wire protocol). As long as one is pending, the connection serves nobody else.
 *
 * <h2>Threads</h2>
 *
 * Used by the thread that uses the connection.
 */
final class PendingReply {

    private RequestHeader request = new RequestHeader(0, false);
    private int expected;
    private boolean pending;

    /** The header for the next request; its reply is pending from now on. */
    RequestHeader begin(boolean exhaustAllowed) {
        if (pending) {
            throw new IllegalStateException("the reply to the request before is pending");
        }
        request = new RequestHeader(request.requestId() + 1, exhaustAllowed);
        expected = request.requestId();
        pending = true;
        return request;
    }

    /**
     * The frame that was read, without its checksum if it had one. No reply is pending then, unless this one says that another follows.
     *
     * @throws IOException if it is not the reply that is pending; the connection must not be used again
     */
    Bytes accept(Bytes frame) throws IOException {
        Bytes reply = ReplyFrame.require(frame, expected);
        boolean more = (Wire.flags(reply) & Message.MORE_TO_COME) != 0;
        if (more && !request.exhaustAllowed()) {
            throw new IOException("a stream of replies to a request that allows one");
        }
        expected = Wire.requestId(reply);
        pending = more;
        return reply;
    }

    /** Whether a reply may still come. */
    boolean isPending() {
        return pending;
    }
}
