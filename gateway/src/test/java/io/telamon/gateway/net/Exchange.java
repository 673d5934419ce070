package io.telamon.gateway.net;

import io.telamon.gateway.wire.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stream whose other side has said everything it will say, and keeps what it is told. */
final class Exchange implements Transport {

    private final ByteArrayInputStream said;
    private final List<byte[]> replies = new ArrayList<>();

    Exchange(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        said = new ByteArrayInputStream(all.toByteArray());
    }

    /** The frames that were written. */
    List<byte[]> replies() {
        return replies;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return said.read(into, offset, length);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        replies.add(Arrays.copyOfRange(from, offset, offset + length));
    }

    @Override
    public void close() {
        // nobody waits
    }
}
