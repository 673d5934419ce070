package io.telamon.control.event.query;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jdbi.v3.core.statement.Query;

/** The conditions of a query for events. */
final class EventConditions {

    private static final String NOTHING_AFTER = "0".repeat(16);

    private final EventScope scope;
    private final EventFilter filter;

    EventConditions(EventScope scope, EventFilter filter) {
        this.scope = scope;
        this.filter = filter;
    }

    String sql() {
        StringJoiner sql = new StringJoiner(" AND ");
        sql.add(
                switch (scope) {
                    case EventScope.OfProject project -> "project_id = :scope";
                    case EventScope.OfOrganization organization ->
                        "organization_id = :scope AND (project_id IS NULL OR type IN (<fromProjects>))";
                });
        addUnlessEmpty(sql, filter.types(), "type IN (<types>)");
        addUnlessEmpty(sql, filter.excludedTypes(), "type NOT IN (<excluded>)");
        // The bounds of the id let the index end the search; an id may be a moment older than its event.
        filter.from().ifPresent(from -> sql.add("id >= :firstId AND created_at >= :from"));
        filter.to().ifPresent(to -> sql.add("id < :lastId AND created_at <= :to"));
        addClusterNames(sql);
        return sql.toString();
    }

    Query bindTo(Query query) {
        switch (scope) {
            case EventScope.OfProject project -> query.bind("scope", project.id());
            case EventScope.OfOrganization organization ->
                query.bind("scope", organization.id()).bindList("fromProjects", organization.typesFromProjects());
        }
        bindUnlessEmpty(query, "types", filter.types());
        bindUnlessEmpty(query, "excluded", filter.excludedTypes());
        filter.from().ifPresent(from -> query.bind("from", from).bind("firstId", idAt(from.minusSeconds(2))));
        filter.to().ifPresent(to -> query.bind("to", to).bind("lastId", idAt(to.plusSeconds(2))));
        for (int i = 0; i < filter.clusterNames().size(); i++) {
            query.bind(
                    "cluster" + i, "\"clusterName\":\"" + filter.clusterNames().get(i) + "\"");
        }
        return query;
    }

    /** Removing the name from the text changes it: unlike LIKE, this minds upper and lower case in both databases. */
    private void addClusterNames(StringJoiner sql) {
        StringJoiner any = new StringJoiner(" OR ", "(", ")");
        for (int i = 0; i < filter.clusterNames().size(); i++) {
            any.add("REPLACE(about, :cluster" + i + ", '') <> about");
        }
        addUnlessEmpty(sql, filter.clusterNames(), any.toString());
    }

    private static void addUnlessEmpty(StringJoiner sql, List<String> values, String condition) {
        if (!values.isEmpty()) {
            sql.add(condition);
        }
    }

    private static void bindUnlessEmpty(Query query, String name, List<String> values) {
        if (!values.isEmpty()) {
            query.bindList(name, values);
        }
    }

    private static String idAt(Instant moment) {
        long second = Math.clamp(moment.getEpochSecond(), 0, 0xFFFF_FFFFL);
        return HexFormat.of().toHexDigits(second, 8) + NOTHING_AFTER;
    }
}
