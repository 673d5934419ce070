package io.telamon.control.person.invitation;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.organization.Organizations;
import io.telamon.control.person.MemberDetails;
import io.telamon.control.person.ProjectUserOperations;
import io.telamon.control.work.UnitsOfWork;

/** The operation that added people to projects before 2025-02-19. */
public final class ProjectAccessOperations implements ApiModule {

    private final UnitsOfWork units;
    private final Organizations organizations;
    private final ProjectUserOperations users;

    /** The operation over a store. */
    public ProjectAccessOperations(UnitsOfWork units, Organizations organizations, ProjectUserOperations users) {
        this.units = units;
        this.organizations = organizations;
        this.users = users;
    }

    @Override
    public void bind(Operations api) {
        api.serve("addGroupAccessUser", InvitationRequests.ToProject.class, this::add);
    }

    /** Shows the invitation to the organization that must be accepted, or nothing of who is active there. */
    private Object add(Call<InvitationRequests.ToProject> call) {
        PrincipalId id = users.add(
                call,
                InvitationRequests.named(call.body().username()),
                InvitationRequests.some(call.body().roles()));
        MemberDetails details = units.read(handle -> MemberDetails.require(handle, units.organizationOf(call), id));
        return details.member().isPending()
                ? OrganizationInvitationView.of(
                        details,
                        organizations.get(details.member().organizationId()).name())
                : NoContent.DONE;
    }
}
