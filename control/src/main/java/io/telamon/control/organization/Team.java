package io.telamon.control.organization;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.TeamId;
import java.util.List;

/**
 * A team of an organization.
 *
 * @param usernames its members as they were named; nobody of them has an account here
 */
public record Team(TeamId id, OrganizationId organizationId, String name, List<String> usernames) {

    /** A team with a copy of the names. */
    public Team {
        usernames = List.copyOf(usernames);
    }

    Team named(String newName) {
        return new Team(id, organizationId, newName, usernames);
    }
}
