package io.telamon.gateway.wire;

import java.io.Closeable;
import java.io.IOException;

/** A stream of bytes in both directions. One thread reads and writes; any thread may close. */
public interface Transport extends Closeable {

    /** Reads at least one byte, or returns -1 at the end of the stream. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Writes all the bytes. */
    void write(byte[] from, int offset, int length) throws IOException;

    /** Ends both directions and makes a thread that reads or writes return. */
    @Override
    void close();
}
