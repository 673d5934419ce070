package io.telamon.control.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a database user is limited to, by its name: a cluster, or something of another kind that is not served here. */
@Valid
public record Scope(
        @NotBlank @Size(max = 64) String name,

        @NotBlank @Pattern(regexp = "CLUSTER|DATA_LAKE|STREAM", message = "must be CLUSTER, DATA_LAKE or STREAM")
        String type) {

    boolean namesCluster() {
        return "CLUSTER".equals(type); // rows of old may have none
    }
}
