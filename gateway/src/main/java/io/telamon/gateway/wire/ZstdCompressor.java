package io.telamon.gateway.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.telamon.gateway.spi.engine.Bytes;

/** The format of RFC 8878. */
final class ZstdCompressor implements Compressor {

    private static final int FAST = 3;

    @Override
    public void decompress(Bytes source, Bytes target) throws MalformedFrameException {
        try {
            long count = Zstd.decompressByteArray(
                    target.array(), target.offset(), target.length(), source.array(), source.offset(), source.length());
            if (count != target.length()) {
                throw new MalformedFrameException("zstd data of another length than told");
            }
        } catch (ZstdException e) {
            throw new MalformedFrameException("not zstd data of the length told", e);
        }
    }

    @Override
    public int bound(int length) {
        return Math.toIntExact(Zstd.compressBound(length));
    }

    @Override
    public int compress(Bytes source, byte[] target, int offset) {
        long count = Zstd.compressByteArray(
                target, offset, target.length - offset, source.array(), source.offset(), source.length(), FAST);
        return Math.toIntExact(count);
    }
}
