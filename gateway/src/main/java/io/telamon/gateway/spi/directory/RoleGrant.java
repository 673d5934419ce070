package io.telamon.gateway.spi.directory;

import java.util.Optional;

/**
 * One role of a database user, or one that a custom role inherits.
 *
 * @param role the name of a built-in or custom role
 * @param database the database it is granted on; {@code admin} for roles that concern the whole cluster
 * @param collection the one collection it is limited to, for {@code read} and {@code readWrite}
 */
public record RoleGrant(String role, String database, Optional<String> collection) {

    /** A role on a whole database. */
    public RoleGrant(String role, String database) {
        this(role, database, Optional.empty());
    }
}
