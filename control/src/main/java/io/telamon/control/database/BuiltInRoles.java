package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import java.util.Set;

/** The roles that every project has. */
final class BuiltInRoles {

    private static final Set<String> ON_ADMIN = Set.of(
            "atlasAdmin",
            "backup",
            "clusterMonitor",
            "dbAdminAnyDatabase",
            "enableSharding",
            "readAnyDatabase",
            "readWriteAnyDatabase");
    private static final Set<String> ON_ANY = Set.of("dbAdmin", "read", "readWrite");
    private static final Set<String> ON_COLLECTIONS = Set.of("read", "readWrite");

    private BuiltInRoles() {}

    static boolean has(String role) {
        return ON_ADMIN.contains(role) || ON_ANY.contains(role);
    }

    /** Refuses a built-in role on a database, or a collection, that it cannot be granted on. */
    static void require(String role, String database, boolean onCollection) {
        if (ON_ADMIN.contains(role) && !database.equals("admin")) {
            throw ErrorCode.ATLAS_INVALID_ROLE_DATABASE.about(role, database);
        }
        if (onCollection && !ON_COLLECTIONS.contains(role)) {
            throw ErrorCode.ATLAS_INVALID_ROLE.about(role, database + ", limited to a collection");
        }
    }
}
