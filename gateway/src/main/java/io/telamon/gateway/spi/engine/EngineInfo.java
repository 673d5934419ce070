package io.telamon.gateway.spi.engine;

import org.bson.BsonDocument;

/**
 * What an engine says of itself.
 *
 * @param name what it is, shown to users
 * @param version the MongoDB version whose commands it understands, such as {@code 8.0.4}
 * @param maxWireVersion the newest wire version it may be spoken to in
 * @param buildInfo fields to add to the answer of {@code buildInfo}
 */
public record EngineInfo(String name, String version, int maxWireVersion, BsonDocument buildInfo) {}
