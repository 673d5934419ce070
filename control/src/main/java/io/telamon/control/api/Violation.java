package io.telamon.control.api;

/**
 * One thing wrong with a request body.
 *
 * @param field path of the attribute, for example {@code providerSettings.regionName} or {@code tags[2].key}
 * @param description what is wrong and what would be right
 */
public record Violation(String field, String description) {}
