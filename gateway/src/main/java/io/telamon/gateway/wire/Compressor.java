package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.IOException;

/** One way to make bytes fewer. */
interface Compressor {

    /** Fills a target with exactly what the source holds compressed; anything else is malformed. */
    void decompress(Bytes source, Bytes target) throws IOException;

    /** The longest that so many bytes can become. */
    int bound(int length);

    /** Compresses into an array from an offset, which has space for {@link #bound}, and answers the length. */
    int compress(Bytes source, byte[] target, int offset) throws IOException;
}
