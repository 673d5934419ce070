package io.telamon.control.person;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.model.TeamId;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Gives organizations without people an owner. Before there were people, organizations had none, and teams were told by
 * names only: those who were named become members.
 */
public final class FirstOwners {

    private static final String WITHOUT_PEOPLE = """
            SELECT id FROM organization o WHERE NOT EXISTS (
                SELECT 1 FROM organization_member m WHERE m.organization_id = o.id AND m.invitation_id IS NULL)
            ORDER BY id""";

    private final People people;
    private final Memberships memberships;

    /** The owners among these people. */
    public FirstOwners(People people, Memberships memberships) {
        this.people = people;
        this.memberships = memberships;
    }

    /**
     * Makes the person of an email address, with an account that may be new, the owner of each organization that nobody
     * is active in, and of its projects.
     */
    public void add(Transaction transaction, String email) {
        List<OrganizationId> organizations = transaction
                .handle()
                .createQuery(WITHOUT_PEOPLE)
                .mapTo(OrganizationId.class)
                .list();
        organizations.forEach(organization -> add(transaction, organization, email));
    }

    private void add(Transaction transaction, OrganizationId organizationId, String email) {
        Member owner = people.join(transaction, organizationId, email, Role.ORG_OWNER);
        projects(transaction.handle(), organizationId)
                .forEach(project -> memberships.add(
                        transaction, owner.principal(), ScopeId.of(project), List.of(Role.GROUP_OWNER)));
        teams(transaction.handle(), organizationId).forEach(team -> fill(transaction, organizationId, team));
    }

    private void fill(Transaction transaction, OrganizationId organizationId, NamedTeam team) {
        for (String username : team.usernames()) {
            if (EmailAddress.isOne(username)) {
                Member member = People.findByName(transaction.handle(), organizationId, username)
                        .orElseGet(() -> people.join(transaction, organizationId, username, Role.ORG_MEMBER));
                TeamMembers.add(transaction, team.id(), member);
            }
        }
        transaction.handle().execute("UPDATE team SET usernames = '[]' WHERE id = ?", team.id());
    }

    private static List<ProjectId> projects(Handle handle, OrganizationId organizationId) {
        return handle.createQuery("SELECT id FROM project WHERE organization_id = :organizationId")
                .bind("organizationId", organizationId)
                .mapTo(ProjectId.class)
                .list();
    }

    private static List<NamedTeam> teams(Handle handle, OrganizationId organizationId) {
        return handle.createQuery("SELECT id, usernames FROM team WHERE organization_id = :organizationId")
                .bind("organizationId", organizationId)
                .mapTo(NamedTeam.class)
                .list();
    }

    /** A team as it was told before there were people. */
    record NamedTeam(TeamId id, List<String> usernames) {}
}
