package io.telamon.gateway.spi.engine;

/**
 * How much a cluster holds.
 *
 * @param dataBytes bytes of its documents, uncompressed
 * @param indexBytes bytes of its indexes
 */
public record EngineSize(long dataBytes, long indexBytes) {

    /** What counts against the storage limit. */
    public long total() {
        return dataBytes + indexBytes;
    }
}
