package io.telamon.control.cluster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A key and value that tools attach to a cluster.
 *
 * @param key at most 255 characters
 * @param value at most 255 characters
 */
@Valid
public record ComponentLabel(
        @Nullable @Size(max = 255) String key,
        @Nullable @Size(max = 255) String value) {}
