package io.telamon.control.monitoring.log;

import io.telamon.gateway.model.ClusterId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The SQL of logs. */
final class LogTable {

    private LogTable() {}

    /** Adds lines of clusters that exist. */
    static void add(Handle handle, Collection<LogEntry> entries) {
        Set<ClusterId> existing = existing(
                handle, entries.stream().map(LogEntry::clusterId).distinct().toList());
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO cluster_log (cluster_id, id, logged_at, member, kind, line, address, success, namespace)
                VALUES (:clusterId, :id, :loggedAt, :member, :kind, :line, :address, :success, :namespace)""");
        for (LogEntry entry : entries) {
            if (existing.contains(entry.clusterId())) {
                batch.bind("clusterId", entry.clusterId())
                        .bind("id", entry.id())
                        .bind("loggedAt", entry.loggedAt().toEpochMilli())
                        .bind("member", entry.member())
                        .bind("kind", entry.kind())
                        .bind("line", entry.line())
                        .bind("address", entry.address())
                        .bind("success", entry.success())
                        .bind("namespace", entry.namespace())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Set<ClusterId> existing(Handle handle, List<ClusterId> ids) {
        return handle.createQuery("SELECT id FROM cluster WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .mapTo(ClusterId.class)
                .set();
    }

    /** The lines of a member's log between two moments, the oldest first, one by one. */
    static void read(Handle handle, ClusterId clusterId, int member, Instant from, Instant to, Consumer<String> lines) {
        try (Stream<String> found = handle
                .createQuery("""
                        SELECT line FROM cluster_log
                        WHERE cluster_id = :clusterId AND member = :member AND logged_at >= :from AND logged_at < :to
                        ORDER BY logged_at, id""")
                .bind("clusterId", clusterId)
                .bind("member", member)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(String.class)
                .stream()) {
            found.forEach(lines);
        }
    }

    /** The lines that a filter lets through, the newest first. */
    static List<LogEntry> find(Handle handle, LogFilter filter) {
        StringBuilder sql = new StringBuilder(
                "SELECT * FROM cluster_log WHERE cluster_id = :clusterId AND kind = :kind AND logged_at >= :from AND logged_at < :to");
        filter.member().ifPresent(_ -> sql.append(" AND member = :member"));
        filter.address().ifPresent(_ -> sql.append(" AND address = :address"));
        filter.success().ifPresent(_ -> sql.append(" AND success = :success"));
        if (!filter.namespaces().isEmpty()) {
            sql.append(" AND namespace IN (<namespaces>)");
        }
        Query query = handle.createQuery(sql.append(" ORDER BY logged_at DESC, id DESC LIMIT :most")
                        .toString())
                .bind("clusterId", filter.clusterId())
                .bind("kind", filter.kind())
                .bind("from", filter.from().toEpochMilli())
                .bind("to", filter.to().toEpochMilli())
                .bind("most", filter.most());
        filter.member().ifPresent(member -> query.bind("member", member));
        filter.address().ifPresent(address -> query.bind("address", address));
        filter.success().ifPresent(success -> query.bind("success", success));
        if (!filter.namespaces().isEmpty()) {
            query.bindList("namespaces", filter.namespaces());
        }
        return query.mapTo(LogEntry.class).list();
    }

    /** Forgets the oldest lines of a kind but so many. */
    static void keep(Handle handle, ClusterId clusterId, LogKind kind, int most) {
        handle.createUpdate("""
                        DELETE FROM cluster_log WHERE cluster_id = :clusterId AND kind = :kind AND logged_at < (
                            SELECT logged_at FROM cluster_log WHERE cluster_id = :clusterId AND kind = :kind
                            ORDER BY logged_at DESC LIMIT 1 OFFSET :most)""")
                .bind("clusterId", clusterId)
                .bind("kind", kind)
                .bind("most", most - 1)
                .execute();
    }

    /** Forgets what was written before a moment. */
    static void forget(Handle handle, Instant before) {
        handle.execute("DELETE FROM cluster_log WHERE logged_at < ?", before.toEpochMilli());
    }

    /** Forgets the logs of a cluster. */
    static void delete(Handle handle, ClusterId clusterId) {
        handle.execute("DELETE FROM cluster_log WHERE cluster_id = ?", clusterId.value());
    }
}
