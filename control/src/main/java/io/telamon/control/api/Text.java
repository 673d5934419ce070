package io.telamon.control.api;

/**
 * An answer that is text of its own media type instead of JSON.
 *
 * @param contentType the media type, with {@code charset=utf-8}
 */
public record Text(String contentType, String content) {}
