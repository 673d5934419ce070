package io.telamon.control.organization;

import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.QueryParameter.Kind;
import io.telamon.control.api.RateSet;
import io.telamon.control.api.Role;
import java.util.List;

/** The operations that list people. Only programs have access here, so the lists are empty. */
final class UserOperations {

    private static final String FIRST = "2023-01-01";
    private static final String SECOND = "2025-02-19";
    private static final String END_OF_FIRST = "2026-09-15";

    void declare(Operations api) {
        api.operation("listOrgUsers")
                .get("/orgs/{orgId}/users")
                .version(FIRST, SECOND, END_OF_FIRST)
                .version(SECOND)
                .needs(Role.ORG_MEMBER)
                .limited(RateSet.CLOUD_USERS_OF_ORGANIZATION)
                .query("orgMembershipStatus", Kind.TEXT)
                .query("username", Kind.TEXT)
                .answersPage(call -> new Page<>(List.of(), 0));
        api.operation("listGroupUsers")
                .get("/groups/{groupId}/users")
                .version(FIRST, SECOND, END_OF_FIRST)
                .version(SECOND)
                .needs(Role.GROUP_READ_ONLY)
                .limited(RateSet.CLOUD_USERS_OF_GROUP)
                .query("flattenTeams", Kind.BOOLEAN)
                .query("includeOrgUsers", Kind.BOOLEAN)
                .query("orgMembershipStatus", Kind.TEXT)
                .query("username", Kind.TEXT)
                .answersPage(call -> new Page<>(List.of(), 0));
    }
}
