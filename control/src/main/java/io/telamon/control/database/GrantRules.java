package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.work.Documents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the roles of a database user must be. */
final class GrantRules {

    /** Roles that a user has at most. */
    private static final int MOST = 100;

    private final Documents<RoleFacts> roles = new Documents<>(RoleFacts.KIND, RoleFacts.class);

    /**
     * Refuses an empty list of roles that is sent for a user, as the service does.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE}
     */
    static void requireSome(List<Granted> roles) {
        ErrorCode.MISSING_ATTRIBUTE.refuseIf(roles.isEmpty(), "roles");
    }

    /** Refuses too many roles, a role that is there twice, and one that does not exist or cannot be granted so. */
    void require(Handle handle, User user) {
        if (user.facts().roles().size() > MOST) {
            throw ErrorCode.COLLECTION_ROLES_LIMIT_EXCEEDED.about(MOST);
        }
        Set<Granted> seen = new HashSet<>();
        for (Granted granted : user.facts().roles()) {
            if (!seen.add(granted)) {
                throw ErrorCode.DUPLICATE_DATABASE_ROLES.about(granted.roleName(), granted.databaseName());
            }
            DatabaseNames.require(granted.databaseName());
            BuiltInRoles.requireGrantable(granted);
            if (!BuiltInRoles.has(granted.roleName())) {
                requireCustom(handle, user, granted);
            }
        }
    }

    private void requireCustom(Handle handle, User user, Granted granted) {
        boolean exists =
                roles.find(handle, user.projectId(), granted.roleName()).isPresent();
        ErrorCode.ATLAS_INVALID_ROLE.refuseIf(!exists, granted.roleName(), granted.databaseName());
        ErrorCode.UNSUPPORTED_ROLE.refuseIf(!granted.databaseName().equals("admin"));
    }
}
