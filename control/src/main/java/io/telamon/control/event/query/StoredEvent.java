package io.telamon.control.event.query;

import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event as it was appended. */
record StoredEvent(
        String id,
        String type,
        OrganizationId organizationId,
        Optional<ProjectId> projectId,
        Instant created,
        Optional<Actor> actor,
        Optional<String> remoteAddress,
        Map<String, String> about) {

    /** Who did it. */
    record Actor(Caller.Kind kind, String id, String name) {}
}
