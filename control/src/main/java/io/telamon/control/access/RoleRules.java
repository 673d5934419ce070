package io.telamon.control.access;

import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which roles may be granted where, and which roles it takes to change who holds them. */
final class RoleRules {

    private RoleRules() {}

    /** Refuses roles that are not held in organizations. */
    static void requireOrganizational(List<Role> roles) {
        if (!roles.stream().allMatch(Role::isOrganizational)) {
            throw ErrorCode.CANNOT_ADD_GROUP_ROLE.about();
        }
    }

    /** Refuses roles that are not held in projects. */
    static void requireOfProject(List<Role> roles) {
        if (roles.stream().anyMatch(Role::isOrganizational)) {
            throw ErrorCode.CANNOT_ADD_ORG_ROLE.about();
        }
    }

    /**
     * Refuses callers who do not hold every role that the API key or service account holds, in the organization and in
     * all of its projects: a secret of it would give them more than they have, and without its secret or with a narrower
     * access list it would lose more than they have.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ACCESS_FORBIDDEN}
     */
    static void requireAllRolesOf(Handle handle, Caller caller, ApiActor holder) {
        if (!caller.holdsAll(GrantTable.of(handle, holder.id()), holder.organizationId())) {
            throw ErrorCode.ACCESS_FORBIDDEN.about();
        }
    }
}
