package io.telamon.control.person.invitation;

import io.telamon.control.api.Role;
import io.telamon.control.model.TeamId;
import io.telamon.control.person.Member;
import io.telamon.control.person.MemberDetails;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pending invitation to an organization as the API shows it. */
record OrganizationInvitationView(
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        List<ProjectRole> groupRoleAssignments,
        @Nullable String id,
        @Nullable String inviterUsername,
        String orgId,
        String orgName,
        List<Role> roles,
        List<String> teamIds,
        String username) {

    /** One role in a project. */
    record ProjectRole(String groupId, Role groupRole) {}

    static OrganizationInvitationView of(MemberDetails details, String organizationName) {
        Member member = details.member();
        return new OrganizationInvitationView(
                member.invitedAt().orElse(null),
                member.expiresAt().orElse(null),
                details.grants().stream()
                        .filter(grant -> !grant.role().isOrganizational())
                        .map(grant -> new ProjectRole(grant.scopeId().value(), grant.role()))
                        .toList(),
                member.invitationId().orElse(null),
                member.inviterUsername().orElse(null),
                member.organizationId().value(),
                organizationName,
                details.organizationRoles(),
                details.teams().stream().map(TeamId::value).toList(),
                member.username());
    }
}
