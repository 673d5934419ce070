package io.telamon.control.person;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.model.TeamId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A member with all that is shown.
 *
 * @param grants the roles in the organization and its projects, those in the organization first
 * @param teams the teams of the organization that the member is in
 */
public record MemberDetails(Member member, List<Grant> grants, List<TeamId> teams) {

    /** The members of an organization, the oldest person first. */
    public static List<MemberDetails> all(Handle handle, OrganizationId organizationId) {
        Map<PrincipalId, List<Grant>> grants = GrantTable.ofPeopleWithin(handle, organizationId);
        Map<PrincipalId, List<TeamId>> teams = TeamMembers.inOrganization(handle, organizationId);
        return MemberTable.all(handle, organizationId).stream()
                .map(member -> new MemberDetails(
                        member,
                        grants.getOrDefault(member.id(), List.of()),
                        teams.getOrDefault(member.id(), List.of())))
                .toList();
    }

    /**
     * One member of an organization.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#USER_NOT_FOUND}
     */
    public static MemberDetails require(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return all(handle, organizationId).stream()
                .filter(details -> details.member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ErrorCode.USER_NOT_FOUND.about(id));
    }

    /** The roles in an organization or project. */
    public List<Role> roles(ScopeId scopeId) {
        return grants.stream()
                .filter(grant -> grant.scopeId().equals(scopeId))
                .map(Grant::role)
                .toList();
    }

    /** The roles in the organization. */
    public List<Role> organizationRoles() {
        return roles(ScopeId.of(member.organizationId()));
    }
}
