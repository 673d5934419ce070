package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The header and the flag bits with which a message goes to a deployment, in place of those that its sender gave it. Two clients may give
 * their messages the same number; a connection never does. The flag {@code moreToCome} is never set, so that each message has a reply.
 *
 * @param requestId the connection's number for the message
 * @param exhaustAllowed whether the reply may be a stream of replies
 */
record RequestHeader(int requestId, boolean exhaustAllowed) {

    /** Writes it before the sections of a message that is so many bytes long, this header included. */
    void writeTo(OutputStream out, int length) throws IOException {
        out.write(Wire.header(length, requestId, 0, exhaustAllowed ? Message.EXHAUST_ALLOWED : 0));
    }

    /** Writes it, and then the sections of a message. */
    void writeTo(OutputStream out, Bytes message) throws IOException {
        writeTo(out, message.length());
        out.write(message.array(), message.offset() + Wire.SECTIONS, message.length() - Wire.SECTIONS);
    }
}
