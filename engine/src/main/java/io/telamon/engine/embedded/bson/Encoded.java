package io.telamon.engine.embedded.bson;

/**
 * A document that is already written.
 *
 * @param bytes the whole BSON document
 */
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(byte[] bytes) {}
