package io.telamon.gateway.wire;

import java.util.Optional;

/** The compressors of the protocol, in the order the gateway prefers them. */
public enum Compression {
    /** Zstandard. */
    ZSTD(3, "zstd"),
    /** Snappy. */
    SNAPPY(1, "snappy"),
    /** Zlib, also called deflate. */
    ZLIB(2, "zlib");

    private final int id;
    private final String compressorName;

    Compression(int id, String compressorName) {
        this.id = id;
        this.compressorName = compressorName;
    }

    /** The number in a frame. */
    public int id() {
        return id;
    }

    /** The name in {@code hello}. */
    public String compressorName() {
        return compressorName;
    }

    Compressor compressor() {
        return switch (this) {
            case ZSTD -> new ZstdCompressor();
            case SNAPPY -> new SnappyCompressor();
            case ZLIB -> new ZlibCompressor();
        };
    }

    /** The compressor of that number. */
    static Optional<Compression> ofId(int id) {
        for (Compression compression : values()) {
            if (compression.id == id) {
                return Optional.of(compression);
            }
        }
        return Optional.empty();
    }
}
