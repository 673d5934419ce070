package io.telamon.control.api;

/**
 * A link from one resource to another.
 *
 * @param href absolute URL
 * @param rel {@code self}, {@code previous}, {@code next}, or a URL that names the relation
 */
public record Link(String href, String rel) {}
