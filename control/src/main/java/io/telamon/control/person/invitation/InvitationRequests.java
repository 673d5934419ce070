package io.telamon.control.person.invitation;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import io.telamon.control.model.TeamId;
import io.telamon.control.person.EmailAddress;
import io.telamon.control.person.ProjectRoles;
import io.telamon.gateway.model.ProjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the operations on invitations. */
public final class InvitationRequests {

    private static final String ID = "[a-f0-9]{24}";
    private static final String NO_ID = "must be 24 hexadecimal digits";

    private InvitationRequests() {}

    /**
     * An invitation to an organization, or what changes of one; what is absent stays.
     *
     * @param username of who is invited; a change by the id of the invitation has none
     */
    @Valid
    @ReadOnly({"createdAt", "expiresAt", "id", "inviterUsername", "orgId", "orgName"})
    public record ToOrganization(
            @Valid @Nullable List<Assignment> groupRoleAssignments,
            @Nullable List<Role> roles,
            @Nullable List<@NotNull @Pattern(regexp = ID, message = NO_ID) String> teamIds,
            @Nullable String username) {}

    /** Roles in a project. */
    @Valid
    public record Assignment(
            @NotNull @Pattern(regexp = ID, message = NO_ID) String groupId,

            @NotNull @Size(min = 1, message = "must have at least one role")
            List<Role> roles) {}

    /**
     * An invitation to a project, or what changes of one; what is absent stays.
     *
     * @param username of who is invited; a change by the id of the invitation has none
     */
    @Valid
    @ReadOnly({"createdAt", "expiresAt", "groupId", "groupName", "id", "inviterUsername"})
    public record ToProject(
            @Nullable List<Role> roles,

            @Size(max = EmailAddress.LONGEST, message = "must have at most 254 characters") @Nullable
            String username) {}

    static String named(@Nullable String username) {
        if (username == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about("username");
        }
        return username;
    }

    static List<Role> some(@Nullable List<Role> roles) {
        if (roles == null || roles.isEmpty()) {
            throw ErrorCode.MISSING_ATTRIBUTE.about("roles");
        }
        return roles;
    }

    static List<ProjectRoles> projects(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> new ProjectRoles(new ProjectId(assignment.groupId()), assignment.roles()))
                .toList();
    }

    static List<TeamId> teams(List<String> ids) {
        return ids.stream().distinct().map(TeamId::new).toList();
    }
}
