package io.telamon.control.http;

import java.io.IOException;

/** Bytes to and from a client. Reading and writing block. */
interface Transport {

    /**
     * Reads some bytes.
     *
     * @return how many, or -1 at the end
     */
    int read(byte[] into) throws IOException;

    /** Writes all bytes of a part of an array. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Tells the client that nothing more comes. */
    void endOutput() throws IOException;

    boolean isSecure();
}
