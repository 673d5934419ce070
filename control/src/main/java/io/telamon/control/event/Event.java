package io.telamon.control.event;

import io.telamon.control.api.Call;
import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in an organization or one of its projects.
 *
 * @param type the event type's name in the API, for example {@code CLUSTER_CREATED}
 * @param projectId the project, or nothing for events of the organization alone
 * @param actor who did it, or nothing when the service did it by itself
 * @param remoteAddress the actor's address
 * @param about what it happened to, by the attribute that shows it, for example {@code clusterName}
 */
public record Event(
        String type,
        OrganizationId organizationId,
        Optional<ProjectId> projectId,
        Optional<Caller> actor,
        Optional<String> remoteAddress,
        Map<String, String> about) {

    public Event {
        about = Map.copyOf(about);
    }

    /** An event of an organization, done by a call. */
    public static Event inOrganization(OrganizationId organizationId, Call<?> call, String type) {
        return by(call, type, organizationId, Optional.empty());
    }

    /** An event of a project, done by a call. */
    public static Event inProject(ProjectId projectId, OrganizationId organizationId, Call<?> call, String type) {
        return by(call, type, organizationId, Optional.of(projectId));
    }

    /** An event of a project, done by the service itself. */
    public static Event bySystem(ProjectId projectId, OrganizationId organizationId, String type) {
        return new Event(type, organizationId, Optional.of(projectId), Optional.empty(), Optional.empty(), Map.of());
    }

    /** The same event, done by somebody else than the caller of the API: a person in whose name it was done. */
    public Event by(Caller person) {
        return new Event(type, organizationId, projectId, Optional.of(person), remoteAddress, about);
    }

    /** The same event, about something more. */
    public Event about(String attribute, String value) {
        return about(Map.of(attribute, value));
    }

    /** The same event, about something more. */
    public Event about(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(about);
        more.putAll(others);
        return new Event(type, organizationId, projectId, actor, remoteAddress, more);
    }

    private static Event by(Call<?> call, String type, OrganizationId organizationId, Optional<ProjectId> projectId) {
        return new Event(
                type,
                organizationId,
                projectId,
                Optional.of(call.caller()),
                Optional.of(call.remoteAddress().getHostAddress()),
                Map.of());
    }
}
