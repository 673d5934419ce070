package io.telamon.control.person;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.OrganizationUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The operations on the members of organizations, active and invited. */
public final class OrganizationUserOperations implements ApiModule {

    private final UnitsOfWork units;
    private final People people;
    private final MemberRoles roles;
    private final InvitationExpiry expiry;
    private final MemberChanges changes;

    /** The operations over a store. */
    public OrganizationUserOperations(UnitsOfWork units, People people, MemberRoles roles, InvitationExpiry expiry) {
        this.units = units;
        this.people = people;
        this.roles = roles;
        this.expiry = expiry;
        this.changes = new MemberChanges(roles);
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listOrgUsers", this::list);
        api.serve("createOrgUser", MemberRequests.Invited.class, this::invite);
        api.serve("getOrgUser", this::view);
        api.serve("updateOrgUser", MemberRequests.Changed.class, this::update);
        api.serve("removeOrgUser", this::remove);
        api.serve("addOrgUserRole", MemberRequests.OrganizationRole.class, this::addRole);
        api.serve("removeOrgUserRole", MemberRequests.OrganizationRole.class, this::removeRole);
        api.serve("updateOrgUserRoles", MemberRequests.AllOrganizationRoles.class, this::replaceRoles);
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(InvitationExpiry.KIND, expiry);
    }

    private Page<Object> list(Call<NoContent> call) {
        List<MemberDetails> all = units.read(handle -> MemberDetails.all(handle, call.organizationId()));
        return page(call, all);
    }

    /** A page of members, in the form of the version in which the client asks. */
    public static Page<Object> page(Call<?> call, List<MemberDetails> all) {
        if (UserViews.areAccounts(call)) {
            List<MemberDetails> active =
                    all.stream().filter(each -> !each.member().isPending()).toList();
            return Page.of(call.page(), active).map(each -> UserViews.account(call, each));
        }
        MemberFilter filter = MemberFilter.of(call.query());
        return Page.of(call.page(), all.stream().filter(filter::matches).toList())
                .map(UserViews::inOrganization);
    }

    private Object invite(Call<MemberRequests.Invited> call) {
        MemberRequests.Invited asked = call.body();
        PrincipalId id = units.inOrganization(call, unit -> {
            Member member = people.invite(
                    unit.transaction(),
                    unit.organizationId(),
                    asked.username(),
                    call.caller().name());
            MemberEvents.inOrganization(unit, call, "INVITED_TO_ORG", member);
            setRoles(unit, call, member, asked.roles());
            if (asked.teamIds() != null) {
                changes.setTeams(unit, call, member, MemberRequests.teams(asked.teamIds()));
            }
            expiry.reschedule(unit, unit.organizationId());
            return member.id();
        });
        return view(call, id);
    }

    private Object update(Call<MemberRequests.Changed> call) {
        MemberRequests.Changed asked = call.body();
        return changed(call, (unit, member) -> {
            if (asked.roles() != null) {
                setRoles(unit, call, member, asked.roles());
                MemberEvents.inOrganization(unit, call, "USER_ROLES_CHANGED_AUDIT", member);
            }
            if (asked.teamIds() != null) {
                changes.setTeams(unit, call, member, MemberRequests.teams(asked.teamIds()));
            }
        });
    }

    private void setRoles(
            OrganizationUnitOfWork unit, Call<?> call, Member member, MemberRequests.OrganizationRoles asked) {
        changes.setRoles(unit, member, asked.orgRoles());
        if (asked.groupRoleAssignments() != null) {
            changes.setProjects(unit, call, member, MemberRequests.projectRoles(asked.groupRoleAssignments()));
        }
    }

    private Object addRole(Call<MemberRequests.OrganizationRole> call) {
        return changeRoles(call, before -> MemberRoles.with(before, call.body().orgRole()));
    }

    private Object removeRole(Call<MemberRequests.OrganizationRole> call) {
        return changeRoles(
                call, before -> MemberRoles.without(before, call.body().orgRole()));
    }

    private Object changeRoles(Call<?> call, UnaryOperator<List<Role>> change) {
        return changed(call, (unit, member) -> {
            List<Role> before = MemberRoles.in(unit.transaction(), member, ScopeId.of(member.organizationId()));
            roles.setInOrganization(unit.transaction(), member, change.apply(before));
            MemberEvents.inOrganization(unit, call, "USER_ROLES_CHANGED_AUDIT", member);
        });
    }

    private MemberRequests.AllOrganizationRoles replaceRoles(Call<MemberRequests.AllOrganizationRoles> call) {
        return units.inOrganization(call, unit -> {
            unit.lockOrganization();
            Member member = People.requireActive(unit.handle(), unit.organizationId(), userId(call));
            roles.setInOrganization(unit.transaction(), member, call.body().orgRoles());
            MemberEvents.inOrganization(unit, call, "USER_ROLES_CHANGED_AUDIT", member);
            return call.body();
        });
    }

    private NoContent remove(Call<NoContent> call) {
        return units.inOrganization(call, unit -> {
            unit.lockOrganization();
            OrganizationId organizationId = unit.organizationId();
            Member member = UserViews.areAccounts(call)
                    ? People.requireActive(unit.handle(), organizationId, userId(call))
                    : People.require(unit.handle(), organizationId, userId(call));
            people.remove(unit.transaction(), member);
            String type = member.isPending() ? "ORG_INVITATION_DELETED" : "REMOVED_FROM_ORG";
            MemberEvents.inOrganization(unit, call, type, member);
            expiry.reschedule(unit, organizationId);
            return NoContent.DONE;
        });
    }

    private Object changed(Call<?> call, Change change) {
        units.inOrganization(call, unit -> {
            unit.lockOrganization();
            Member member = People.require(unit.handle(), unit.organizationId(), userId(call));
            change.apply(unit, member);
            return member;
        });
        return view(call);
    }

    private Object view(Call<?> call) {
        return view(call, userId(call));
    }

    private Object view(Call<?> call, PrincipalId id) {
        return units.read(handle -> UserViews.inOrganization(MemberDetails.require(handle, call.organizationId(), id)));
    }

    private static PrincipalId userId(Call<?> call) {
        return new PrincipalId(call.path("userId"));
    }

    /** What is done to a member. */
    @FunctionalInterface
    private interface Change {

        void apply(OrganizationUnitOfWork unit, Member member);
    }
}
