package io.telamon.gateway.wire;

import com.github.luben.zstd.Zstd;
import io.telamon.gateway.spi.Bytes;

/** The format of RFC 8878. */
final class ZstdCompressor implements Compressor {

    private static final int FAST = 3;

    @Override
    public void decompress(Bytes source, Bytes target) throws MalformedFrameException {
        long count = Zstd.decompressByteArray(
                target.array(), target.offset(), target.length(), source.array(), source.offset(), source.length());
        if (Zstd.isError(count) || count != target.length()) {
            throw new MalformedFrameException("not zstd data of the length told");
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
        if (Zstd.isError(count)) {
            throw new IllegalStateException("zstd cannot compress: " + Zstd.getErrorName(count));
        }
        return Math.toIntExact(count);
    }
}
