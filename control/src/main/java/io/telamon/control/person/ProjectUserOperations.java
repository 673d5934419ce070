package io.telamon.control.person;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The operations on people who have roles in projects. */
public final class ProjectUserOperations implements ApiModule {

    private final UnitsOfWork units;
    private final People people;
    private final MemberRoles roles;
    private final InvitationExpiry expiry;

    /** The operations over a store. */
    public ProjectUserOperations(UnitsOfWork units, People people, MemberRoles roles, InvitationExpiry expiry) {
        this.units = units;
        this.people = people;
        this.roles = roles;
        this.expiry = expiry;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupUsers", this::list);
        api.serve("addGroupUsers", MemberRequests.Added.class, this::add);
        api.serve("getGroupUser", this::view);
        api.serve("removeGroupUser", this::remove);
        api.serve("addGroupUserRole", MemberRequests.ProjectRole.class, this::addRole);
        api.serve("removeGroupUserRole", MemberRequests.ProjectRole.class, this::removeRole);
        api.serve("updateGroupUserRoles", MemberRequests.AllProjectRoles.class, this::replaceRoles);
    }

    private Page<Object> list(Call<NoContent> call) {
        OrganizationId organizationId = units.organizationOf(call);
        List<ProjectMember> all = units.read(handle -> ProjectMember.all(
                handle,
                organizationId,
                call.projectId(),
                call.query().flag("flattenTeams", false),
                call.query().flag("includeOrgUsers", false)));
        if (UserViews.areAccounts(call)) {
            List<ProjectMember> active = all.stream()
                    .filter(each -> !each.details().member().isPending())
                    .toList();
            return Page.of(call.page(), active).map(each -> UserViews.account(call, each.details()));
        }
        MemberFilter filter = MemberFilter.of(call.query());
        return Page.of(
                        call.page(),
                        all.stream()
                                .filter(each -> filter.matches(each.details()))
                                .toList())
                .map(each -> UserViews.inProject(each.details().member(), each.roles()));
    }

    private Object add(Call<MemberRequests.Added> call) {
        return view(call, add(call, call.body().username(), call.body().roles()));
    }

    /**
     * Gives somebody roles in the project that the path names. Whoever is no member of the organization is invited to it.
     *
     * @return the id of the person
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_ADD_ORG_ROLE}, {@link
     *     ErrorCode#INVALID_USERNAME}, {@link ErrorCode#USER_ALREADY_EXISTS} for who has a role in it
     */
    public PrincipalId add(Call<?> call, String username, List<Role> wanted) {
        RoleRules.requireOfProject(wanted);
        EmailAddress.require(username);
        return units.inProject(call, unit -> {
            Member member = addTo(unit, call, username);
            boolean there = GrantTable.holdsAnyIn(unit.handle(), member.id(), ScopeId.of(unit.projectId()));
            ErrorCode.USER_ALREADY_EXISTS.refuseIf(there, username);
            roles.setInProject(unit.transaction(), member, unit.projectId(), wanted);
            String type = member.isPending() ? "INVITED_TO_GROUP" : "JOINED_GROUP";
            MemberEvents.inProject(unit, call, type, member, unit.projectId());
            return member.id();
        });
    }

    private Member addTo(ProjectUnitOfWork unit, Call<?> call, String username) {
        people.lock(unit.transaction(), unit.organizationId());
        Optional<Member> known = People.findByName(unit.handle(), unit.organizationId(), username);
        return known.orElseGet(() -> {
            Member invited = people.invite(
                    unit.transaction(),
                    unit.organizationId(),
                    username,
                    call.caller().name());
            roles.setInOrganization(unit.transaction(), invited, List.of(Role.ORG_MEMBER));
            MemberEvents.inOrganization(unit, call, "INVITED_TO_ORG", invited);
            expiry.reschedule(unit, unit.organizationId());
            return invited;
        });
    }

    private Object addRole(Call<MemberRequests.ProjectRole> call) {
        return changeRoles(call, before -> MemberRoles.with(before, call.body().groupRole()));
    }

    private Object removeRole(Call<MemberRequests.ProjectRole> call) {
        return changeRoles(
                call, before -> MemberRoles.without(before, call.body().groupRole()));
    }

    private Object changeRoles(Call<?> call, UnaryOperator<List<Role>> change) {
        units.inProject(call, unit -> {
            Member member = lock(unit, call);
            List<Role> before = MemberRoles.in(unit.transaction(), member, ScopeId.of(unit.projectId()));
            setRoles(unit, call, member, change.apply(before));
            return member;
        });
        return view(call);
    }

    private MemberRequests.AllProjectRoles replaceRoles(Call<MemberRequests.AllProjectRoles> call) {
        return units.inProject(call, unit -> {
            Member member = lock(unit, call);
            ErrorCode.USER_NOT_FOUND.refuseIf(member.isPending(), member.id());
            setRoles(unit, call, member, call.body().groupRoles());
            return call.body();
        });
    }

    private void setRoles(ProjectUnitOfWork unit, Call<?> call, Member member, List<Role> wanted) {
        roles.setInProject(unit.transaction(), member, unit.projectId(), wanted);
        MemberEvents.inProject(unit, call, "USER_ROLES_CHANGED_AUDIT", member, unit.projectId());
    }

    private NoContent remove(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            Member member = lock(unit, call);
            ErrorCode.USER_NOT_FOUND.refuseIf(UserViews.areAccounts(call) && member.isPending(), member.id());
            roles.removeFromProject(unit.transaction(), member, unit.projectId());
            String type = member.isPending() ? "GROUP_INVITATION_DELETED" : "REMOVED_FROM_GROUP";
            MemberEvents.inProject(unit, call, type, member, unit.projectId());
            return NoContent.DONE;
        });
    }

    private Member lock(ProjectUnitOfWork unit, Call<?> call) {
        people.lock(unit.transaction(), unit.organizationId());
        return require(unit.handle(), unit.organizationId(), call, userId(call));
    }

    private Object view(Call<?> call) {
        return view(call, userId(call));
    }

    private Object view(Call<?> call, PrincipalId id) {
        OrganizationId organizationId = units.organizationOf(call);
        return units.read(handle -> {
            Member member = require(handle, organizationId, call, id);
            return UserViews.inProject(
                    member, MemberDetails.require(handle, organizationId, id).roles(ScopeId.of(call.projectId())));
        });
    }

    private static Member require(Handle handle, OrganizationId organizationId, Call<?> call, PrincipalId id) {
        Member member = People.require(handle, organizationId, id);
        boolean there = GrantTable.holdsAnyIn(handle, id, ScopeId.of(call.projectId()));
        ErrorCode.USER_NOT_IN_GROUP.refuseIf(!there, member.username(), call.projectId());
        return member;
    }

    private static PrincipalId userId(Call<?> call) {
        return new PrincipalId(call.path("userId"));
    }
}
