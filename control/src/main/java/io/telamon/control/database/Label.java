package io.telamon.control.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A key and value that say something about a database user to people. */
@Valid
public record Label(
        @Nullable @Size(max = 255) String key,
        @Nullable @Size(max = 255) String value) {}
