package io.telamon.control.event.query;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.util.List;

/** Whose events are meant. */
sealed interface EventScope {

    /** Those of a project. */
    record OfProject(ProjectId id) implements EventScope {}

    /** Those of an organization, and those of its projects that are of one of the types. */
    record OfOrganization(OrganizationId id, List<String> typesFromProjects) implements EventScope {}
}
