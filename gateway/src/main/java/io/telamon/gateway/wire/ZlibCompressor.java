package io.telamon.gateway.wire;

import io.telamon.gateway.spi.engine.Bytes;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The zlib format of RFC 1950. */
final class ZlibCompressor implements Compressor {

    @Override
    public void decompress(Bytes source, Bytes target) throws MalformedFrameException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(source.array(), source.offset(), source.length());
            int count = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(target.array(), target.offset() + count, target.length() - count);
                if (more == 0 && !inflater.finished()) {
                    throw new MalformedFrameException("zlib data of another length than told");
                }
                count += more;
            }
            if (count != target.length()) {
                throw new MalformedFrameException("zlib data of another length than told");
            }
        } catch (DataFormatException e) {
            throw new MalformedFrameException("not zlib data", e);
        }
    }

    @Override
    public int bound(int length) {
        return length + length / 1000 + 64;
    }

    @Override
    public int compress(Bytes source, byte[] target, int offset) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(source.array(), source.offset(), source.length());
            deflater.finish();
            return deflater.deflate(target, offset, target.length - offset);
        }
    }
}
