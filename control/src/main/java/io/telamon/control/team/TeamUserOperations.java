package io.telamon.control.team;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.TeamId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.person.Member;
import io.telamon.control.person.MemberDetails;
import io.telamon.control.person.MemberEvents;
import io.telamon.control.person.OrganizationUserOperations;
import io.telamon.control.person.People;
import io.telamon.control.person.TeamMembers;
import io.telamon.control.person.UserViews;
import io.telamon.control.work.OrganizationUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** The operations on the members of teams. */
public final class TeamUserOperations implements ApiModule {

    private final UnitsOfWork units;

    /** The operations over a store. */
    public TeamUserOperations(UnitsOfWork units) {
        this.units = units;
    }

    /** Names a member of the organization. */
    @Valid
    public record User(
            @NotNull @Pattern(regexp = "[a-f0-9]{24}", message = "must be 24 hexadecimal digits")
            String id) {}

    @Override
    public void bind(Operations api) {
        api.servePage("listOrgTeamUsers", call -> OrganizationUserOperations.page(call, members(call)));
        api.servePageOfListOf("addOrgTeamUsers", User.class, this::addAll);
        api.serve("addOrgTeamUser", User.class, this::add);
        api.serve("removeOrgTeamUserFromTeam", this::removeNamedByPath);
        api.serve("removeOrgTeamUser", User.class, this::remove);
    }

    /**
     * Makes an active member of the organization one of the team.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_ADD_PENDING_USER}, {@link
     *     ErrorCode#USER_ALREADY_IN_TEAM}
     */
    static void join(OrganizationUnitOfWork unit, Call<?> call, Team team, Member member) {
        ErrorCode.CANNOT_ADD_PENDING_USER.refuseIf(member.isPending());
        add(unit, call, team, member);
    }

    private static void add(OrganizationUnitOfWork unit, Call<?> call, Team team, Member member) {
        boolean added = TeamMembers.add(unit.transaction(), team.id(), member);
        ErrorCode.USER_ALREADY_IN_TEAM.refuseIf(!added, member.username(), team.id());
        MemberEvents.inTeam(unit, call, member.isPending() ? "INVITED_TO_TEAM" : "JOINED_TEAM", member, team.id());
    }

    private List<MemberDetails> members(Call<?> call) {
        OrganizationId organizationId = call.organizationId();
        TeamId id = new TeamId(call.path("teamId"));
        return units.read(handle -> {
            ErrorCode.TEAM_NOT_FOUND.refuseIf(
                    TeamTable.find(handle, organizationId, id).isEmpty(), id);
            return MemberDetails.all(handle, organizationId).stream()
                    .filter(details -> details.teams().contains(id))
                    .toList();
        });
    }

    /** Shows every active member of the team afterwards, as recorded. */
    private Page<Object> addAll(Call<List<User>> call) {
        units.inOrganization(call, unit -> {
            Team team = lock(unit, call);
            call.body().forEach(user -> join(unit, call, team, member(unit, new PrincipalId(user.id()))));
            return team;
        });
        List<Object> active = members(call).stream()
                .filter(details -> !details.member().isPending())
                .map(details -> UserViews.account(call, details))
                .toList();
        return new Page<>(active, active.size());
    }

    private Object add(Call<User> call) {
        return changed(call, (unit, team, member) -> add(unit, call, team, member));
    }

    private Object remove(Call<User> call) {
        return changed(call, (unit, team, member) -> remove(unit, call, team, member));
    }

    private NoContent removeNamedByPath(Call<NoContent> call) {
        return units.inOrganization(call, unit -> {
            Team team = lock(unit, call);
            remove(unit, call, team, member(unit, new PrincipalId(call.path("userId"))));
            return NoContent.DONE;
        });
    }

    private static void remove(OrganizationUnitOfWork unit, Call<?> call, Team team, Member member) {
        boolean removed = TeamMembers.remove(unit.handle(), team.id(), member.id());
        ErrorCode.USER_NOT_FOUND.refuseIf(!removed, member.id());
        MemberEvents.inTeam(unit, call, "REMOVED_FROM_TEAM", member, team.id());
    }

    private Object changed(Call<User> call, Change change) {
        units.inOrganization(call, unit -> {
            Team team = lock(unit, call);
            change.apply(unit, team, member(unit, new PrincipalId(call.body().id())));
            return team;
        });
        PrincipalId id = new PrincipalId(call.body().id());
        return units.read(handle -> UserViews.inOrganization(MemberDetails.require(handle, call.organizationId(), id)));
    }

    private static Team lock(OrganizationUnitOfWork unit, Call<?> call) {
        unit.lockOrganization();
        return TeamOperations.lock(unit, call);
    }

    private static Member member(OrganizationUnitOfWork unit, PrincipalId id) {
        return People.require(unit.handle(), unit.organizationId(), id);
    }

    /** What is done to a team and a member of its organization. */
    @FunctionalInterface
    private interface Change {

        void apply(OrganizationUnitOfWork unit, Team team, Member member);
    }
}
