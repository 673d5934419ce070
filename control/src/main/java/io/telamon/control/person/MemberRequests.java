package io.telamon.control.person;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import io.telamon.control.model.TeamId;
import io.telamon.gateway.model.ProjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the operations on members. */
public final class MemberRequests {

    static final String ID = "[a-f0-9]{24}";
    static final String NO_ID = "must be 24 hexadecimal digits";
    static final String NO_ROLE = "must have at least one role";

    private MemberRequests() {}

    /** Somebody to invite to an organization. */
    @Valid
    @ReadOnly({"id", "orgMembershipStatus"})
    public record Invited(
            @Valid @NotNull OrganizationRoles roles,
            @Nullable List<@NotNull @Pattern(regexp = ID, message = NO_ID) String> teamIds,
            @NotNull String username) {}

    /** What changes of a member; what is absent stays. */
    @Valid
    @ReadOnly({"id", "orgMembershipStatus", "username"})
    public record Changed(
            @Valid @Nullable OrganizationRoles roles,
            @Nullable List<@NotNull @Pattern(regexp = ID, message = NO_ID) String> teamIds) {}

    /**
     * Roles in an organization and its projects.
     *
     * @param groupRoleAssignments as a whole; those that there are stay where they are not given
     */
    @Valid
    public record OrganizationRoles(
            @Valid @Nullable List<Assignment> groupRoleAssignments,

            @NotNull @Size(min = 1, message = NO_ROLE) List<Role> orgRoles) {}

    /** Roles in a project. */
    @Valid
    public record Assignment(
            @NotNull @Pattern(regexp = ID, message = NO_ID) String groupId,

            @NotNull @Size(min = 1, message = NO_ROLE) List<Role> groupRoles) {}

    /** Somebody to add to a project. */
    @Valid
    @ReadOnly({"id", "orgMembershipStatus"})
    public record Added(
            @NotNull @Size(min = 1, message = NO_ROLE) List<Role> roles,

            @NotNull String username) {}

    /** A role in an organization. */
    @Valid
    public record OrganizationRole(@NotNull Role orgRole) {}

    /** A role in a project. */
    @Valid
    public record ProjectRole(@NotNull Role groupRole) {}

    /** The roles in an organization, as a whole. */
    @Valid
    public record AllOrganizationRoles(@NotNull List<Role> orgRoles) {}

    /** The roles in a project, as a whole. */
    @Valid
    public record AllProjectRoles(@NotNull List<Role> groupRoles) {}

    static List<ProjectRoles> projectRoles(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> new ProjectRoles(new ProjectId(assignment.groupId()), assignment.groupRoles()))
                .toList();
    }

    static List<TeamId> teams(List<String> ids) {
        return ids.stream().distinct().map(TeamId::new).toList();
    }
}
