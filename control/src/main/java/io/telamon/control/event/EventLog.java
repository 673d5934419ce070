package io.telamon.control.event;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Json;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Appends events. An event is written in the transaction of the change that it tells of, or not at all. */
public final class EventLog {

    private static final String INSERT = """
            INSERT INTO event (id, type, organization_id, project_id, created_at,
                               actor_kind, actor_id, actor_name, remote_address, about)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final Json json;
    private final EventTypes types = new EventTypes();

    public EventLog(ObjectIdGenerator ids, Clock clock, Json json) {
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** The types of its events. */
    public EventTypes types() {
        return types;
    }

    /**
     * Appends an event.
     *
     * @throws IllegalArgumentException if the API has no event type of that name
     */
    public void append(Transaction transaction, Event event) {
        if (!types.knows(event.type())) {
            throw new IllegalArgumentException("the API has no event type " + event.type());
        }
        transaction
                .handle()
                .execute(
                        INSERT,
                        ids.next(),
                        event.type(),
                        event.organizationId(),
                        event.projectId().orElse(null),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        event.actor().map(caller -> caller.kind().name()).orElse(null),
                        event.actor().map(Caller::id).orElse(null),
                        event.actor().map(Caller::name).orElse(null),
                        event.remoteAddress().orElse(null),
                        json.text(event.about()));
    }
}
