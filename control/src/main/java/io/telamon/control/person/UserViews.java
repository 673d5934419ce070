package io.telamon.control.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.control.api.Call;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Link;
import io.telamon.control.api.ResourceVersion;
import io.telamon.control.api.Role;
import io.telamon.control.model.TeamId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members as the API shows them: those of an organization, those of a project, and, before 2025-02-19, their accounts. */
public final class UserViews {

    private static final ResourceVersion MEMBERS = ResourceVersion.of("2025-02-19");

    private UserViews() {}

    /** Whether the client asks for accounts, which show active members only. */
    public static boolean areAccounts(Call<?> call) {
        return call.version().compareTo(MEMBERS) < 0;
    }

    /** A member of an organization. */
    public static Object inOrganization(MemberDetails details) {
        List<String> teams = details.teams().stream().map(TeamId::value).toList();
        return view(details.member(), OrganizationRoles.of(details), teams);
    }

    /** A member of an organization in one of its projects, with the roles there. */
    static Object inProject(Member member, List<Role> roles) {
        return view(member, roles, null);
    }

    private static Object view(Member member, Object roles, @Nullable List<String> teams) {
        return member.isPending() ? Pending.of(member, roles, teams) : Active.of(member, roles, teams);
    }

    /** An account. */
    public static Object account(Call<?> call, MemberDetails details) {
        return Account.of(call, details);
    }

    private record Active(
            @Nullable String country,
            Instant createdAt,
            String firstName,
            String id,
            @Nullable Instant lastAuth,
            String lastName,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String mobileNumber,

            String orgMembershipStatus,
            Object roles,
            @Nullable List<String> teamIds,
            String username) {

        static Active of(Member member, Object roles, @Nullable List<String> teams) {
            Person person = member.person();
            return new Active(
                    person.country().orElse(null),
                    person.createdAt(),
                    person.firstName().orElse(""),
                    person.id().value(),
                    person.lastAuth().orElse(null),
                    person.lastName().orElse(""),
                    person.mobileNumber().orElse(null),
                    MemberFilter.statusOf(member),
                    roles,
                    teams,
                    person.username());
        }
    }

    private record Pending(
            String id,
            @Nullable Instant invitationCreatedAt,
            @Nullable Instant invitationExpiresAt,
            @Nullable String inviterUsername,
            String orgMembershipStatus,
            Object roles,
            @Nullable List<String> teamIds,
            String username) {

        static Pending of(Member member, Object roles, @Nullable List<String> teams) {
            return new Pending(
                    member.id().value(),
                    member.invitedAt().orElse(null),
                    member.expiresAt().orElse(null),
                    member.inviterUsername().orElse(null),
                    MemberFilter.statusOf(member),
                    roles,
                    teams,
                    member.username());
        }
    }

    private record OrganizationRoles(List<Assignment> groupRoleAssignments, List<Role> orgRoles) {

        static OrganizationRoles of(MemberDetails details) {
            Map<String, List<Role>> byProject = details.grants().stream()
                    .filter(grant -> !grant.role().isOrganizational())
                    .collect(Collectors.groupingBy(
                            grant -> grant.scopeId().value(),
                            LinkedHashMap::new,
                            Collectors.mapping(Grant::role, Collectors.toList())));
            return new OrganizationRoles(
                    byProject.entrySet().stream()
                            .map(project -> new Assignment(project.getKey(), project.getValue()))
                            .toList(),
                    details.organizationRoles());
        }
    }

    private record Assignment(String groupId, List<Role> groupRoles) {}

    private record Account(
            @Nullable String country,
            Instant createdAt,
            String emailAddress,
            String firstName,
            String id,
            @Nullable Instant lastAuth,
            String lastName,
            List<Link> links,
            @Nullable String mobileNumber,
            List<ScopedRole> roles,
            List<String> teamIds,
            String username) {

        static Account of(Call<?> call, MemberDetails details) {
            Person person = details.member().person();
            return new Account(
                    person.country().orElse(null),
                    person.createdAt(),
                    person.username(),
                    person.firstName().orElse(""),
                    person.id().value(),
                    person.lastAuth().orElse(null),
                    person.lastName().orElse(""),
                    List.of(call.link("self", "/users/" + person.id())),
                    person.mobileNumber().orElse(null),
                    details.grants().stream().map(ScopedRole::of).toList(),
                    details.teams().stream().map(TeamId::value).toList(),
                    person.username());
        }
    }

    private record ScopedRole(
            @Nullable String groupId, @Nullable String orgId, Role roleName) {

        static ScopedRole of(Grant grant) {
            String scope = grant.scopeId().value();
            return grant.role().isOrganizational()
                    ? new ScopedRole(null, scope, grant.role())
                    : new ScopedRole(scope, null, grant.role());
        }
    }
}
