package io.telamon.control.person;

import io.telamon.control.api.Call;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Grant;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The operations on accounts. A caller sees those of the members of its organization. */
public final class AccountOperations implements ApiModule {

    private final UnitsOfWork units;
    private final People people;
    private final MemberRoles roles;
    private final InvitationExpiry expiry;

    /** The operations over a store. */
    public AccountOperations(UnitsOfWork units, People people, MemberRoles roles, InvitationExpiry expiry) {
        this.units = units;
        this.people = people;
        this.roles = roles;
        this.expiry = expiry;
    }

    @Override
    public void bind(Operations api) {
        api.serve("createUser", AccountCreate.class, this::create);
        api.serve("getUser", this::get);
        api.serve("getUserByName", this::getByName);
    }

    private Object get(Call<NoContent> call) {
        PrincipalId id = new PrincipalId(call.path("userId"));
        return visible(call).stream()
                .filter(details -> details.member().id().equals(id))
                .findFirst()
                .map(details -> UserViews.account(call, details))
                .orElseThrow(() -> ErrorCode.USER_NOT_FOUND.about(id));
    }

    private Object getByName(Call<NoContent> call) {
        String username = call.path("userName");
        return visible(call).stream()
                .filter(details -> details.member().username().equalsIgnoreCase(username))
                .findFirst()
                .map(details -> UserViews.account(call, details))
                .orElseThrow(() -> ErrorCode.USERNAME_NOT_FOUND.about(username));
    }

    private List<MemberDetails> visible(Call<?> call) {
        OrganizationId organizationId = call.caller().orgId();
        if (!call.caller().seesOrganization(organizationId)) {
            return List.of();
        }
        return units.read(handle -> MemberDetails.all(handle, organizationId)).stream()
                .filter(details -> details.member().person().hasAccount())
                .toList();
    }

    /** The account is there at once; what it is invited to waits until the person accepts. */
    private Object create(Call<AccountCreate> call) {
        AccountCreate asked = call.body();
        EmailAddress.require(asked.username());
        Map<ScopeId, List<Role>> wanted = byScope(call.caller(), asked.someRoles());
        return units.write(unit -> {
            OrganizationId organizationId = call.caller().orgId();
            ErrorCode.USER_ALREADY_EXISTS.refuseIf(
                    PersonTable.findByName(unit.handle(), asked.username())
                            .filter(Person::hasAccount)
                            .isPresent(),
                    asked.username());
            people.lock(unit.transaction(), organizationId);
            people.account(unit.transaction(), asked.username(), asked.profile());
            if (!wanted.isEmpty()) {
                invite(unit, call, asked.username(), wanted);
            }
            return UserViews.account(call, details(unit.handle(), asked.username(), wanted, organizationId));
        });
    }

    private void invite(UnitOfWork unit, Call<?> call, String username, Map<ScopeId, List<Role>> wanted) {
        OrganizationId organizationId = call.caller().orgId();
        ScopeId organization = ScopeId.of(organizationId);
        Member member = People.findByName(unit.handle(), organizationId, username)
                .orElseGet(() -> invite(unit, call, username));
        if (wanted.containsKey(organization)) {
            roles.setInOrganization(unit.transaction(), member, wanted.getOrDefault(organization, List.of()));
        }
        wanted.forEach((scope, some) -> {
            if (!scope.equals(organization)) {
                roles.setInProject(unit.transaction(), member, scope.project(), some);
                MemberEvents.inProject(unit, call, "INVITED_TO_GROUP", member, scope.project());
            }
        });
        expiry.reschedule(unit, organizationId);
    }

    private Member invite(UnitOfWork unit, Call<?> call, String username) {
        Member member = people.invite(
                unit.transaction(),
                call.caller().orgId(),
                username,
                call.caller().name());
        roles.setInOrganization(unit.transaction(), member, List.of(Role.ORG_MEMBER));
        MemberEvents.inOrganization(unit, call, "INVITED_TO_ORG", member);
        return member;
    }

    private static MemberDetails details(
            Handle handle, String username, Map<ScopeId, List<Role>> wanted, OrganizationId organizationId) {
        Person person = PersonTable.findByName(handle, username).orElseThrow();
        List<Grant> grants = wanted.entrySet().stream()
                .flatMap(scope -> scope.getValue().stream().map(role -> new Grant(role, scope.getKey())))
                .toList();
        return new MemberDetails(Member.active(person, organizationId), grants, List.of());
    }

    /** The roles by where they are to be held, all of which the caller may give. */
    private static Map<ScopeId, List<Role>> byScope(Caller caller, List<AccountCreate.ScopedRole> roles) {
        return roles.stream()
                .collect(Collectors.groupingBy(
                        role -> scope(caller, role),
                        LinkedHashMap::new,
                        Collectors.mapping(AccountCreate.ScopedRole::roleName, Collectors.toList())));
    }

    private static ScopeId scope(Caller caller, AccountCreate.ScopedRole asked) {
        if (asked.roleName().isOrganizational()) {
            ErrorCode.ROLE_NEEDS_ORG_ID.refuseIf(asked.orgId() == null || asked.groupId() != null, asked.roleName());
            OrganizationId organizationId = new OrganizationId(String.valueOf(asked.orgId()));
            ErrorCode.NOT_ORG_USER_ADMIN.refuseIf(
                    !caller.holdsInOrganization(Role.ORG_OWNER, organizationId), organizationId);
            return ScopeId.of(organizationId);
        }
        ErrorCode.ROLE_NEEDS_GROUP_ID.refuseIf(asked.groupId() == null || asked.orgId() != null, asked.roleName());
        ProjectId projectId = new ProjectId(String.valueOf(asked.groupId()));
        ErrorCode.NOT_GROUP_USER_ADMIN.refuseIf(
                !caller.holdsInProject(Role.GROUP_OWNER, projectId, caller.orgId()), projectId);
        return ScopeId.of(projectId);
    }
}
