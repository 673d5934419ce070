package io.telamon.control.person.invitation;

import io.telamon.control.api.Call;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Role;
import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.person.InvitationExpiry;
import io.telamon.control.person.Member;
import io.telamon.control.person.MemberDetails;
import io.telamon.control.person.MemberRoles;
import io.telamon.control.person.People;
import io.telamon.control.person.UserViews;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accepts invitations in the name of who is invited, as no person can log in here. */
public final class AcceptanceOperations implements ApiModule {

    private final UnitsOfWork units;
    private final People people;
    private final MemberRoles roles;
    private final InvitationExpiry expiry;

    /** The operation over a store. */
    public AcceptanceOperations(UnitsOfWork units, People people, MemberRoles roles, InvitationExpiry expiry) {
        this.units = units;
        this.people = people;
        this.roles = roles;
        this.expiry = expiry;
    }

    @Override
    public void bind(Operations api) {
        api.serve("acceptInvitation", this::accept);
    }

    /**
     * The id is that of an invitation to an organization or a project, or of a person, who accepts all invitations to the
     * organization and its projects: the newer versions of the API do not tell the ids of invitations.
     */
    private Object accept(Call<NoContent> call) {
        String id = call.path("invitationId");
        OrganizationId organizationId = call.caller().orgId();
        MemberDetails after = units.write(unit -> {
            people.lock(unit.transaction(), organizationId);
            Member member = toOrganization(unit, call, organizationId, id)
                    .or(() -> toProject(unit, call, organizationId, id))
                    .or(() -> all(unit, call, organizationId, id))
                    .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(id));
            expiry.reschedule(unit, organizationId);
            return MemberDetails.require(unit.handle(), organizationId, member.id());
        });
        return UserViews.inOrganization(after);
    }

    private Optional<Member> toOrganization(
            UnitOfWork unit, Call<?> call, OrganizationId organizationId, String invitation) {
        return People.findByInvitation(unit.handle(), organizationId, invitation)
                .map(member -> join(unit, call, member));
    }

    private Optional<Member> toProject(
            UnitOfWork unit, Call<?> call, OrganizationId organizationId, String invitation) {
        return ProjectInvitationTable.find(unit.handle(), organizationId, invitation)
                .map(found -> join(unit, call, organizationId, found));
    }

    private Optional<Member> all(UnitOfWork unit, Call<?> call, OrganizationId organizationId, String person) {
        return People.find(unit.handle(), organizationId, new PrincipalId(person))
                .flatMap(member -> {
                    List<ProjectInvitation> invitations =
                            ProjectInvitationTable.ofName(unit.handle(), organizationId, member.username());
                    boolean pending = member.isPending();
                    Member active = pending ? join(unit, call, member) : member;
                    invitations.forEach(each -> join(unit, call, organizationId, each));
                    return pending || !invitations.isEmpty() ? Optional.of(active) : Optional.empty();
                });
    }

    /** Makes an active member of who is invited to the organization; the roles are there already. */
    private Member join(UnitOfWork unit, Call<?> call, Member invited) {
        Member active = people.accept(unit.transaction(), invited);
        append(unit, call, active, Optional.empty(), "JOINED_ORG");
        MemberDetails.require(unit.handle(), active.organizationId(), active.id()).grants().stream()
                .filter(grant -> !grant.role().isOrganizational())
                .map(grant -> grant.scopeId().project())
                .distinct()
                .forEach(project -> append(unit, call, active, Optional.of(project), "JOINED_GROUP"));
        return active;
    }

    private Member join(UnitOfWork unit, Call<?> call, OrganizationId organizationId, ProjectInvitation invitation) {
        Member member = People.findByName(unit.handle(), organizationId, invitation.username())
                .map(known -> known.isPending() ? join(unit, call, known) : known)
                .orElseGet(() -> joinAsMember(unit, call, organizationId, invitation.username()));
        ScopeId project = ScopeId.of(invitation.projectId());
        Set<Role> all = new LinkedHashSet<>(MemberRoles.in(unit.transaction(), member, project));
        all.addAll(invitation.roles());
        roles.setInProject(unit.transaction(), member, invitation.projectId(), List.copyOf(all));
        ProjectInvitationTable.delete(unit.handle(), invitation);
        append(unit, call, member, Optional.of(invitation.projectId()), "JOINED_GROUP");
        return member;
    }

    private Member joinAsMember(UnitOfWork unit, Call<?> call, OrganizationId organizationId, String username) {
        Member member = people.join(unit.transaction(), organizationId, username, Role.ORG_MEMBER);
        append(unit, call, member, Optional.empty(), "JOINED_ORG");
        return member;
    }

    /** Writes an event that the person did. */
    private static void append(UnitOfWork unit, Call<?> call, Member member, Optional<ProjectId> project, String type) {
        OrganizationId organizationId = member.organizationId();
        Event event = project.map(id -> Event.inProject(id, organizationId, call, type))
                .orElseGet(() -> Event.inOrganization(organizationId, call, type));
        Caller person =
                new Caller(Caller.Kind.PERSON, member.id().value(), member.username(), organizationId, Set.of());
        unit.append(event.by(person).about("targetUsername", member.username()));
    }
}
