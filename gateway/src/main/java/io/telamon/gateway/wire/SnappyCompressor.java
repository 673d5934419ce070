package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.IOException;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/** Snappy's block format. */
final class SnappyCompressor implements Compressor {

    @Override
    public void decompress(Bytes source, Bytes target) throws IOException {
        try {
            if (Snappy.uncompressedLength(source.array(), source.offset(), source.length()) != target.length()) {
                throw new MalformedFrameException("snappy data of another length than told");
            }
            Snappy.uncompress(source.array(), source.offset(), source.length(), target.array(), target.offset());
        } catch (MalformedFrameException e) {
            throw e;
        } catch (IOException | SnappyError e) {
            throw new MalformedFrameException("not snappy data", e);
        }
    }

    @Override
    public int bound(int length) {
        return Snappy.maxCompressedLength(length);
    }

    @Override
    public int compress(Bytes source, byte[] target, int offset) throws IOException {
        return Snappy.compress(source.array(), source.offset(), source.length(), target, offset);
    }
}
