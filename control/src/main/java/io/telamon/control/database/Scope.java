package io.telamon.control.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A cluster, by its name, that a database user is limited to. */
@Valid
public record Scope(
        @NotBlank @Size(max = 64) String name,

        @Pattern(regexp = "CLUSTER|DATA_LAKE|STREAM", message = "must be CLUSTER, DATA_LAKE or STREAM")
        String type) {}
