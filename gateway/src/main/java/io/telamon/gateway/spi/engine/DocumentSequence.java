package io.telamon.gateway.spi.engine;

/**
 * Documents that travel beside the body of a message (section kind 1).
 *
 * @param field the body's field they belong to, such as {@code documents}
 * @param documents whole BSON documents, one after the other
 */
public record DocumentSequence(String field, Bytes documents) {}
