package io.telamon.control.person;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.TeamId;
import io.telamon.control.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Who is in which team, the invited too. */
public final class TeamMembers {

    /** People that a team may have. */
    private static final int MOST = 250;

    /** Teams that a person may be in. */
    private static final int MOST_TEAMS = 100;

    private TeamMembers() {}

    /** The teams of an organization that each of its members is in. */
    static Map<PrincipalId, List<TeamId>> inOrganization(Handle handle, OrganizationId organizationId) {
        return handle
                .createQuery("""
                        SELECT m.person_id, m.team_id FROM team_member m JOIN team t ON t.id = m.team_id
                        WHERE t.organization_id = :organizationId ORDER BY m.team_id""")
                .bind("organizationId", organizationId)
                .map((row, context) ->
                        Map.entry(new PrincipalId(row.getString("person_id")), new TeamId(row.getString("team_id"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Adds a member of the organization to one of its teams, whose deletion waits for the end of the transaction.
     *
     * @return whether the member was not in it
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#TEAM_NOT_FOUND},
     *     {@link ErrorCode#MAX_USERS_PER_TEAM_EXCEEDED}, {@link ErrorCode#MAX_TEAMS_PER_USER_EXCEEDED}
     */
    public static boolean add(Transaction transaction, TeamId teamId, Member member) {
        requireTeam(transaction, teamId, member.organizationId());
        Handle handle = transaction.handle();
        boolean added = handle.execute(
                        "INSERT INTO team_member (team_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        teamId,
                        member.id())
                == 1;
        ErrorCode.MAX_USERS_PER_TEAM_EXCEEDED.refuseIf(
                added && count(handle, "SELECT COUNT(*) FROM team_member WHERE team_id = ?", teamId) > MOST,
                teamId,
                MOST);
        ErrorCode.MAX_TEAMS_PER_USER_EXCEEDED.refuseIf(
                added
                        && count(handle, "SELECT COUNT(*) FROM team_member WHERE person_id = ?", member.id())
                                > MOST_TEAMS,
                member.username(),
                MOST_TEAMS);
        return added;
    }

    /** Takes a member out of a team; whether the member was in it. */
    public static boolean remove(Handle handle, TeamId teamId, PrincipalId id) {
        return handle.execute("DELETE FROM team_member WHERE team_id = ? AND person_id = ?", teamId, id) == 1;
    }

    /** Takes a member out of all teams of the organization. */
    static void removeFromAll(Handle handle, Member member) {
        handle.execute(
                "DELETE FROM team_member WHERE person_id = ? AND team_id IN (SELECT id FROM team WHERE organization_id = ?)",
                member.id(),
                member.organizationId());
    }

    private static void requireTeam(Transaction transaction, TeamId teamId, OrganizationId organizationId) {
        boolean exists = transaction
                .handle()
                .select(
                        "SELECT id FROM team WHERE id = ? AND organization_id = ?" + transaction.forKeyShare(),
                        teamId,
                        organizationId)
                .mapTo(String.class)
                .findOne()
                .isPresent();
        ErrorCode.TEAM_NOT_FOUND.refuseIf(!exists, teamId);
    }

    private static long count(Handle handle, String query, Record id) {
        return handle.select(query, id).mapTo(Long.class).one();
    }
}
