package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.util.zip.CRC32C;

/** The rules for a frame that carries a reply: an OP_MSG with one section, its body, that replies to the right request. */
final class ReplyFrame {

    /** A section's kind and the smallest document. */
    private static final int SMALLEST = Wire.SECTIONS + 1 + Integer.BYTES + 1;

    /** Flag bits that a reader has to understand; the others may be set and mean nothing. */
    private static final int REQUIRED = 0xFFFF;

    private static final int UNDERSTOOD = Message.CHECKSUM_PRESENT | Message.MORE_TO_COME;

    private ReplyFrame() {}

    /**
     * The frame, without its checksum if it has one.
     *
     * @param frame a whole frame; a checksum is cut off in its array, too
     * @throws IOException if it is anything else than the reply to that request
     */
    static Bytes require(Bytes frame, int responseTo) throws IOException {
        if (frame.length() < SMALLEST || Wire.opCode(frame) != Wire.OP_MSG) {
            throw new IOException("a frame of " + frame.length() + " bytes that is no OP_MSG");
        }
        if (Wire.responseTo(frame) != responseTo) {
            throw new IOException("a reply to request %d in place of %d".formatted(Wire.responseTo(frame), responseTo));
        }
        if ((Wire.flags(frame) & REQUIRED & ~UNDERSTOOD) != 0) {
            throw new IOException("a reply with unknown flag bits: " + Wire.flags(frame));
        }
        Bytes reply = (Wire.flags(frame) & Message.CHECKSUM_PRESENT) == 0 ? frame : withoutChecksum(frame);
        requireOneBody(reply);
        return reply;
    }

    /** The body must fill the frame: bytes behind it are no part of the reply, and bytes behind the frame are of another one. */
    private static void requireOneBody(Bytes reply) throws IOException {
        int body = reply.offset() + Wire.SECTIONS;
        if (reply.array()[body] != 0 || Wire.int32(reply.array(), body + 1) != reply.length() - Wire.SECTIONS - 1) {
            throw new IOException("a reply that is not one body");
        }
    }

    /** Verifies the CRC-32C that ends a frame, and takes it off. */
    private static Bytes withoutChecksum(Bytes frame) throws IOException {
        int covered = frame.length() - Integer.BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(frame.array(), frame.offset(), covered);
        if (covered < SMALLEST || (int) checksum.getValue() != Wire.int32(frame.array(), frame.offset() + covered)) {
            throw new IOException("a reply whose checksum does not match");
        }
        Wire.putInt32(frame.array(), frame.offset(), covered);
        Wire.putInt32(frame.array(), frame.offset() + Wire.HEADER, Wire.flags(frame) & ~Message.CHECKSUM_PRESENT);
        return new Bytes(frame.array(), frame.offset(), covered);
    }
}
