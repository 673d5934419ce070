package io.telamon.control.project;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * Which projects of an organization are meant.
 *
 * @param ids nothing means all; an empty list means none
 * @param prefix what names must begin with, in any case
 */
record ProjectFilter(OrganizationId organizationId, Optional<List<ProjectId>> ids, String prefix) {

    /** The projects that a caller may see: all for readers of the organization, else those that it has a role in. */
    static ProjectFilter seenBy(Caller caller, String prefix) {
        boolean all = caller.holdsInOrganization(Role.ORG_READ_ONLY, caller.orgId());
        return new ProjectFilter(caller.orgId(), all ? Optional.empty() : Optional.of(joined(caller)), prefix);
    }

    private static List<ProjectId> joined(Caller caller) {
        return caller.grants().stream()
                .filter(grant -> !grant.role().isOrganizational())
                .map(grant -> grant.scopeId().project())
                .distinct()
                .toList();
    }
}
