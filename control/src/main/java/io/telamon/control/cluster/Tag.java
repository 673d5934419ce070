package io.telamon.control.cluster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A tag of a cluster.
 *
 * @param key 1 to 255 characters, once in a cluster
 * @param value 1 to 255 characters
 */
@Valid
public record Tag(
        @NotNull @Pattern(regexp = Tag.TEXT, message = Tag.EXPECTATION)
        String key,

        @NotNull @Pattern(regexp = Tag.TEXT, message = Tag.EXPECTATION)
        String value) {

    /** The characters that the API documents for tags. */
    static final String TEXT = "[\\p{L}\\p{N} ;@_\\-.+]{1,255}";

    static final String EXPECTATION = "must have 1 to 255 letters, digits, spaces or ;@_-.+";
}
