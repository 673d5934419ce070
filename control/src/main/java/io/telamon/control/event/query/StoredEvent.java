package io.telamon.control.event.query;

import io.telamon.control.api.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event as it was appended. */
record StoredEvent(
        String id,
        String type,
        String organizationId,
        Optional<String> projectId,
        Instant created,
        Optional<Actor> actor,
        Optional<String> remoteAddress,
        Map<String, String> about) {

    /** Who did it. */
    record Actor(Caller.Kind kind, String id, String name) {}
}
