package io.telamon.control.access;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import java.util.List;

/** Which roles may be granted where. */
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
}
