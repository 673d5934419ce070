package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import java.util.zip.CRC32C;

/** The CRC-32C that may end an OP_MSG. */
final class Checksum {

    private Checksum() {}

    static int of(byte[] array, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(array, offset, length);
        return (int) crc.getValue();
    }

    static void verify(Bytes frame) throws MalformedFrameException {
        int covered = frame.length() - 4;
        if (covered < OpMsg.SECTIONS) {
            throw new MalformedFrameException("no space for a checksum");
        }
        int expected = LittleEndian.int32(frame.array(), frame.offset() + covered);
        if (of(frame.array(), frame.offset(), covered) != expected) {
            throw new MalformedFrameException("the checksum does not match");
        }
    }
}
