package io.telamon.control.person.invitation;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Role;
import io.telamon.control.model.ScopeId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.person.EmailAddress;
import io.telamon.control.person.People;
import io.telamon.control.project.Projects;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.Expiration;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The operations on pending invitations to projects. */
public final class ProjectInvitationOperations implements ApiModule {

    private final UnitsOfWork units;
    private final Projects projects;
    private final Expiration expiration;

    /** The operations over a store. */
    public ProjectInvitationOperations(UnitsOfWork units, Projects projects) {
        this.units = units;
        this.projects = projects;
        this.expiration = new Expiration(units, ProjectInvitationExpiry.KIND, new ProjectInvitationExpiry());
    }

    @Override
    public void bind(Operations api) {
        api.serve("listGroupInvites", this::list);
        api.serve("createGroupInvite", InvitationRequests.ToProject.class, this::create);
        api.serve("getGroupInvite", this::get);
        api.serve("updateGroupInvites", InvitationRequests.ToProject.class, this::updateByName);
        api.serve("updateGroupInviteById", InvitationRequests.ToProject.class, this::updateById);
        api.serve("deleteGroupInvite", this::delete);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(expiration.taskKind(), expiration);
    }

    @Override
    public void beforeProjectDeletion(ProjectUnitOfWork unit) {
        expiration.end(unit);
    }

    private List<ProjectInvitationView> list(Call<NoContent> call) {
        Optional<String> username = call.query().text("username");
        return units.read(handle -> ProjectInvitationTable.all(handle, call.projectId())).stream()
                .filter(invitation ->
                        username.map(invitation.username()::equalsIgnoreCase).orElse(true))
                .map(invitation -> view(call, invitation))
                .toList();
    }

    private ProjectInvitationView get(Call<NoContent> call) {
        String id = call.path("invitationId");
        return units.read(handle -> ProjectInvitationTable.find(handle, call.projectId(), id))
                .map(invitation -> view(call, invitation))
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(id));
    }

    private ProjectInvitationView create(Call<InvitationRequests.ToProject> call) {
        String username = InvitationRequests.named(call.body().username());
        EmailAddress.require(username);
        List<Role> roles = InvitationRequests.some(call.body().roles());
        RoleRules.requireOfProject(roles);
        Instant now = units.now().truncatedTo(ChronoUnit.SECONDS);
        ProjectInvitation invitation = new ProjectInvitation(
                units.newId(),
                call.projectId(),
                username,
                call.caller().name(),
                roles,
                now,
                now.plus(People.INVITATION_LIFE));
        units.inProject(call, unit -> {
            unit.lockProject();
            boolean there = isInProject(unit, username) || !ProjectInvitationTable.insert(unit.handle(), invitation);
            ErrorCode.USER_ALREADY_EXISTS.refuseIf(there, username);
            append(unit, "INVITED_TO_GROUP", invitation);
            expiration.reschedule(unit);
            return invitation;
        });
        return view(call, invitation);
    }

    private static boolean isInProject(ProjectUnitOfWork unit, String username) {
        return People.findByName(unit.handle(), unit.organizationId(), username)
                .filter(member -> GrantTable.holdsAnyIn(unit.handle(), member.id(), ScopeId.of(unit.projectId())))
                .isPresent();
    }

    private ProjectInvitationView updateByName(Call<InvitationRequests.ToProject> call) {
        String username = InvitationRequests.named(call.body().username());
        return updated(
                call,
                unit -> ProjectInvitationTable.findByName(unit.handle(), unit.projectId(), username)
                        .orElseThrow(() -> ErrorCode.USERNAME_NOT_FOUND.about(username)));
    }

    private ProjectInvitationView updateById(Call<InvitationRequests.ToProject> call) {
        return updated(call, unit -> invitation(unit, call).orElseThrow(ErrorCode.INVALID_INVITATION_ID::about));
    }

    private ProjectInvitationView updated(
            Call<InvitationRequests.ToProject> call, Function<ProjectUnitOfWork, ProjectInvitation> target) {
        ProjectInvitation after = units.inProject(call, unit -> {
            unit.lockProject();
            ProjectInvitation before = target.apply(unit);
            if (call.body().roles() == null) {
                return before;
            }
            List<Role> roles = InvitationRequests.some(call.body().roles());
            RoleRules.requireOfProject(roles);
            ProjectInvitation changed = before.with(roles);
            ProjectInvitationTable.setRoles(unit.handle(), changed);
            return changed;
        });
        return view(call, after);
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            String id = call.path("invitationId");
            boolean toOrganization = People.findByInvitation(unit.handle(), unit.organizationId(), id)
                    .isPresent();
            ErrorCode.CANNOT_DELETE_ORG_INVITATION.refuseIf(toOrganization);
            ProjectInvitation invitation =
                    invitation(unit, call).orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(id));
            ProjectInvitationTable.delete(unit.handle(), invitation);
            append(unit, "GROUP_INVITATION_DELETED", invitation);
            expiration.reschedule(unit);
            return NoContent.DONE;
        });
    }

    private static Optional<ProjectInvitation> invitation(ProjectUnitOfWork unit, Call<?> call) {
        return ProjectInvitationTable.find(unit.handle(), unit.projectId(), call.path("invitationId"));
    }

    private static void append(ProjectUnitOfWork unit, String type, ProjectInvitation invitation) {
        unit.append(type, Map.of("targetUsername", invitation.username()));
    }

    private ProjectInvitationView view(Call<?> call, ProjectInvitation invitation) {
        return ProjectInvitationView.of(
                invitation, projects.get(call.projectId()).name());
    }
}
