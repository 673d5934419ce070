package io.telamon.control.event.query;

import java.util.List;

/** Whose events are meant. */
sealed interface EventScope {

    /** Those of a project. */
    record OfProject(String id) implements EventScope {}

    /** Those of an organization, and those of its projects that are of one of the types. */
    record OfOrganization(String id, List<String> typesFromProjects) implements EventScope {}
}
