package io.telamon.control.api;

/**
 * An answer that is a file.
 *
 * @param format the suffix of its media type, {@code gzip} for example
 */
@SuppressWarnings("ArrayRecordComponent")
public record FileContent(String format, byte[] bytes) {}
