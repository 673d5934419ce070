package io.telamon.control.team;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.TeamId;

/** A team of an organization. */
record Team(TeamId id, OrganizationId organizationId, String name) {

    Team named(String newName) {
        return new Team(id, organizationId, newName);
    }
}
