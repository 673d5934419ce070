package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import io.telamon.gateway.spi.directory.BuiltInRoleName;
import io.telamon.gateway.spi.directory.BuiltInRoleName.Use;

/** Where the roles that every project has can be granted. */
final class BuiltInRoles {

    private BuiltInRoles() {}

    static boolean has(String role) {
        return BuiltInRoleName.of(role).isPresent();
    }

    /** Refuses to grant a user a built-in role on a database, or a collection, that it cannot be granted on. */
    static void requireGrantable(Granted granted) {
        String role = granted.roleName();
        String database = granted.databaseName();
        Use use = BuiltInRoleName.of(role).map(BuiltInRoleName::use).orElse(Use.ON_DATABASES);
        if (use == Use.IN_CUSTOM_ROLES) {
            throw ErrorCode.ATLAS_INVALID_ROLE.about(role, database + " but to inherit from");
        }
        requireOnAdmin(use, role, database);
        if (granted.grant().collection().isPresent() && use != Use.ON_COLLECTIONS) {
            throw ErrorCode.ATLAS_INVALID_ROLE.about(role, database + ", limited to a collection");
        }
    }

    /** Refuses to let a custom role inherit a built-in one on a database that it does not exist on. */
    static void requireInheritable(RoleFacts.InheritedRole inherited) {
        BuiltInRoleName.of(inherited.role())
                .ifPresent(name -> requireOnAdmin(name.use(), inherited.role(), inherited.db()));
    }

    private static void requireOnAdmin(Use use, String role, String database) {
        boolean onAdmin = use == Use.ON_ADMIN || use == Use.IN_CUSTOM_ROLES;
        if (onAdmin && !database.equals("admin")) {
            throw ErrorCode.ATLAS_INVALID_ROLE_DATABASE.about(role, database);
        }
    }
}
