package io.telamon.gateway.spi.engine;

import java.util.List;
import org.bson.RawBsonDocument;

/**
 * One command of a client: a whole OP_MSG in a buffer, already checked to be well formed, its parts found but not decoded. It is valid
 * until the call that it is handed to returns.
 *
 * @param frame the message with its header, uncompressed, without checksum
 * @param requestId the number that replies refer to
 * @param flags the flag bits of the message
 * @param command the name of the command
 * @param target the value of the command's own element if it is a string, mostly a collection's name, otherwise empty
 * @param database the database it is sent to
 * @param bodyBytes the body, a BSON document
 * @param sequences the document sequences beside the body
 */
public record Message(
        Bytes frame,
        int requestId,
        int flags,
        String command,
        String target,
        String database,
        Bytes bodyBytes,
        List<DocumentSequence> sequences) {

    /** Flag bit: a checksum follows the sections. */
    public static final int CHECKSUM_PRESENT = 1;

    /** Flag bit: in a request, that no reply is wanted; in a reply, that another one follows. */
    public static final int MORE_TO_COME = 1 << 1;

    /** Flag bit of a request: the reply may be a stream of replies. */
    public static final int EXHAUST_ALLOWED = 1 << 16;

    /** Whether the client waits for a reply. */
    public boolean acknowledged() {
        return (flags & MORE_TO_COME) == 0;
    }

    /** Whether the client takes a stream of replies. */
    public boolean exhaustAllowed() {
        return (flags & EXHAUST_ALLOWED) != 0;
    }

    /** The body as a document that reads its fields from the buffer when asked for them. */
    public RawBsonDocument body() {
        return new RawBsonDocument(bodyBytes.array(), bodyBytes.offset(), bodyBytes.length());
    }
}
