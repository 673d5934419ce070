package io.telamon.control.event.query;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Json;
import io.telamon.control.api.PageRequest;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL that reads events. Ids begin with the second of their making, so their order is that of the events. */
final class EventTable {

    private static final String SELECT =
            "SELECT id, type, organization_id, project_id, created_at, actor_kind, actor_id, actor_name,"
                    + " remote_address, about FROM event";

    private final Json json;

    EventTable(Json json) {
        this.json = json;
    }

    /** One page of events and one more if there is one, newest first. */
    List<StoredEvent> list(Handle handle, EventScope scope, EventFilter filter, PageRequest page) {
        return filtered(handle, SELECT, scope, filter, " ORDER BY id DESC LIMIT :items OFFSET :offset")
                .bind("items", page.limit())
                .bind("offset", page.offset())
                .map((row, context) -> event(row))
                .list();
    }

    long count(Handle handle, EventScope scope, EventFilter filter) {
        return filtered(handle, "SELECT COUNT(*) FROM event", scope, filter, "")
                .mapTo(Long.class)
                .one();
    }

    Optional<StoredEvent> find(Handle handle, EventScope scope, String id) {
        return filtered(handle, SELECT, scope, EventFilter.NONE, " AND id = :id")
                .bind("id", id)
                .map((row, context) -> event(row))
                .findOne();
    }

    private static Query filtered(Handle handle, String select, EventScope scope, EventFilter filter, String rest) {
        EventConditions conditions = new EventConditions(scope, filter);
        return conditions.bindTo(handle.createQuery(select + " WHERE " + conditions.sql() + rest));
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("id"),
                row.getString("type"),
                new OrganizationId(row.getString("organization_id")),
                Optional.ofNullable(row.getString("project_id")).map(ProjectId::new),
                Instant.ofEpochMilli(row.getLong("created_at")),
                actor(row),
                Optional.ofNullable(row.getString("remote_address")),
                about(row.getString("about")));
    }

    private static Optional<StoredEvent.Actor> actor(ResultSet row) throws SQLException {
        String kind = row.getString("actor_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new StoredEvent.Actor(
                        Caller.Kind.valueOf(kind), row.getString("actor_id"), row.getString("actor_name")));
    }

    private Map<String, String> about(String text) {
        Map<String, String> about = new TreeMap<>();
        Map<?, ?> stored = json.value(text, Map.class);
        stored.forEach((name, value) -> about.put(name.toString(), value.toString()));
        return about;
    }
}
