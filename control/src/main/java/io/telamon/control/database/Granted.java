package io.telamon.control.database;

import io.telamon.gateway.spi.directory.RoleGrant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role of a database user.
 *
 * @param collectionName the one collection that {@code read} and {@code readWrite} can be limited to
 */
@Valid
public record Granted(
        @Nullable @Size(max = 120) String collectionName,
        @NotBlank @Size(max = 64) String databaseName,
        @NotBlank @Size(max = 128) String roleName) {

    RoleGrant grant() {
        return new RoleGrant(
                roleName, databaseName, Optional.ofNullable(collectionName).filter(name -> !name.isEmpty()));
    }
}
