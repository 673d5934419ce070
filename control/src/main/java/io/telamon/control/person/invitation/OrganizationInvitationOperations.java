package io.telamon.control.person.invitation;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.module.ApiModule;
import io.telamon.control.organization.Organizations;
import io.telamon.control.person.InvitationExpiry;
import io.telamon.control.person.Member;
import io.telamon.control.person.MemberChanges;
import io.telamon.control.person.MemberDetails;
import io.telamon.control.person.MemberEvents;
import io.telamon.control.person.MemberRoles;
import io.telamon.control.person.People;
import io.telamon.control.work.OrganizationUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The operations on pending invitations to organizations, which are the members who are not active yet. */
public final class OrganizationInvitationOperations implements ApiModule {

    private final UnitsOfWork units;
    private final Organizations organizations;
    private final People people;
    private final MemberChanges changes;
    private final InvitationExpiry expiry;

    /** The operations over a store. */
    public OrganizationInvitationOperations(
            UnitsOfWork units, Organizations organizations, People people, MemberRoles roles, InvitationExpiry expiry) {
        this.units = units;
        this.organizations = organizations;
        this.people = people;
        this.changes = new MemberChanges(roles);
        this.expiry = expiry;
    }

    @Override
    public void bind(Operations api) {
        api.serve("listOrgInvites", this::list);
        api.serve("createOrgInvite", InvitationRequests.ToOrganization.class, this::create);
        api.serve("getOrgInvite", this::get);
        api.serve("updateOrgInvites", InvitationRequests.ToOrganization.class, this::updateByName);
        api.serve("updateOrgInviteById", InvitationRequests.ToOrganization.class, this::updateById);
        api.serve("deleteOrgInvite", this::delete);
    }

    private List<OrganizationInvitationView> list(Call<NoContent> call) {
        Optional<String> username = call.query().text("username");
        return all(call).stream()
                .filter(details -> username.map(details.member().username()::equalsIgnoreCase)
                        .orElse(true))
                .map(details -> view(call, details))
                .toList();
    }

    private OrganizationInvitationView get(Call<NoContent> call) {
        String id = call.path("invitationId");
        return all(call).stream()
                .filter(details -> details.member().invitationId().equals(Optional.of(id)))
                .findFirst()
                .map(details -> view(call, details))
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(id));
    }

    private OrganizationInvitationView create(Call<InvitationRequests.ToOrganization> call) {
        String username = InvitationRequests.named(call.body().username());
        InvitationRequests.some(call.body().roles());
        return changed(call, unit -> {
            Member member = people.invite(
                    unit.transaction(),
                    unit.organizationId(),
                    username,
                    call.caller().name());
            MemberEvents.inOrganization(unit, call, "INVITED_TO_ORG", member);
            expiry.reschedule(unit, unit.organizationId());
            return member;
        });
    }

    private OrganizationInvitationView updateByName(Call<InvitationRequests.ToOrganization> call) {
        String username = InvitationRequests.named(call.body().username());
        return changed(
                call,
                unit -> People.findByName(unit.handle(), unit.organizationId(), username)
                        .filter(Member::isPending)
                        .orElseThrow(() -> ErrorCode.USERNAME_NOT_FOUND.about(username)));
    }

    private OrganizationInvitationView updateById(Call<InvitationRequests.ToOrganization> call) {
        return changed(call, unit -> invitation(unit, call).orElseThrow(ErrorCode.INVALID_INVITATION_ID::about));
    }

    /** Changes what the body names of a pending member, who is found or made in a locked organization. */
    private OrganizationInvitationView changed(
            Call<InvitationRequests.ToOrganization> call, Function<OrganizationUnitOfWork, Member> target) {
        InvitationRequests.ToOrganization asked = call.body();
        MemberDetails after = units.inOrganization(call, unit -> {
            unit.lockOrganization();
            Member member = target.apply(unit);
            if (asked.roles() != null) {
                changes.setRoles(unit, member, asked.roles());
            }
            if (asked.groupRoleAssignments() != null) {
                changes.setProjects(unit, call, member, InvitationRequests.projects(asked.groupRoleAssignments()));
            }
            if (asked.teamIds() != null) {
                changes.setTeams(unit, call, member, InvitationRequests.teams(asked.teamIds()));
            }
            return MemberDetails.require(unit.handle(), unit.organizationId(), member.id());
        });
        return view(call, after);
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inOrganization(call, unit -> {
            unit.lockOrganization();
            String id = call.path("invitationId");
            boolean toProject = ProjectInvitationTable.find(unit.handle(), unit.organizationId(), id)
                    .isPresent();
            ErrorCode.CANNOT_DELETE_GROUP_INVITATION.refuseIf(toProject);
            Member member = invitation(unit, call).orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(id));
            people.remove(unit.transaction(), member);
            MemberEvents.inOrganization(unit, call, "ORG_INVITATION_DELETED", member);
            expiry.reschedule(unit, unit.organizationId());
            return NoContent.DONE;
        });
    }

    private static Optional<Member> invitation(OrganizationUnitOfWork unit, Call<?> call) {
        return People.findByInvitation(unit.handle(), unit.organizationId(), call.path("invitationId"));
    }

    private List<MemberDetails> all(Call<?> call) {
        return units.read(handle -> MemberDetails.all(handle, call.organizationId())).stream()
                .filter(details -> details.member().isPending())
                .toList();
    }

    private OrganizationInvitationView view(Call<?> call, MemberDetails details) {
        return OrganizationInvitationView.of(
                details, organizations.get(call.organizationId()).name());
    }
}
