package io.telamon.gateway.spi.engine;

/**
 * Where a cluster is said to be.
 *
 * @param provider the backing provider, such as {@code AWS}
 * @param region the region in Atlas's spelling, such as {@code US_EAST_1}
 */
public record Place(String provider, String region) {}
