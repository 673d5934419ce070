package io.telamon.control.cluster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A tag of a cluster.
 *
 * @param key 1 to 255 characters, once in a cluster
 * @param value 1 to 255 characters
 */
@Valid
public record Tag(
        @NotNull @Size(min = 1, max = 255, message = "must have 1 to 255 characters")
        String key,

        @NotNull @Size(min = 1, max = 255, message = "must have 1 to 255 characters")
        String value) {}
