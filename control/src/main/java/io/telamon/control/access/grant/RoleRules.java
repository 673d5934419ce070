package io.telamon.control.access.grant;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which roles may be granted where, and which roles it takes to change who holds them. */
public final class RoleRules {

    private RoleRules() {}

    /**
     * Refuses roles that are not held in organizations.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_ADD_GROUP_ROLE}
     */
    public static void requireOrganizational(List<Role> roles) {
        if (!roles.stream().allMatch(Role::isOrganizational)) {
            throw ErrorCode.CANNOT_ADD_GROUP_ROLE.about();
        }
    }

    /**
     * Refuses roles that are not held in projects.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_ADD_ORG_ROLE}
     */
    public static void requireOfProject(List<Role> roles) {
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
    public static void requireAllRolesOf(Handle handle, Caller caller, ApiPrincipal principal) {
        if (!caller.holdsAll(GrantTable.of(handle, principal.id()), principal.organizationId())) {
            throw ErrorCode.ACCESS_FORBIDDEN.about();
        }
    }
}
