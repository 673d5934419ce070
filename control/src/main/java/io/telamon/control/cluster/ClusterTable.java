package io.telamon.control.cluster;

import io.telamon.control.api.Json;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of clusters. */
final class ClusterTable {

    private static final String COLUMNS =
            "id, project_id, organization_id, name, kind, in_serverless_api, provider, region, state, created_at,"
                    + " host_label, host_hash, shard_label, replica_set, termination_protection, continuous_backup,"
                    + " auto_indexing, tags, port";

    private static final String INSERT = "INSERT INTO cluster (" + COLUMNS + ")"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final Json json;

    ClusterTable(Json json) {
        this.json = json;
    }

    /** Inserts a cluster, unless its project has one of that name. */
    boolean insert(Handle handle, Cluster cluster) {
        return handle.execute(
                        INSERT,
                        cluster.id(),
                        cluster.projectId(),
                        cluster.organizationId(),
                        cluster.name(),
                        cluster.kind().name(),
                        cluster.inServerlessApi(),
                        cluster.provider().name(),
                        cluster.region(),
                        cluster.state().stateName(),
                        cluster.createdAt(),
                        cluster.hosts().label(),
                        cluster.hosts().hash(),
                        cluster.hosts().shardLabel(),
                        cluster.hosts().replicaSet(),
                        cluster.terminationProtection(),
                        cluster.continuousBackup(),
                        cluster.autoIndexing(),
                        json.text(cluster.tags()),
                        cluster.hosts().port())
                == 1;
    }

    /** Writes what can change of a cluster. */
    void update(Handle handle, Cluster cluster) {
        handle.execute(
                """
                UPDATE cluster SET kind = ?, in_serverless_api = ?, state = ?, termination_protection = ?,
                       continuous_backup = ?, auto_indexing = ?, tags = ?
                WHERE id = ?""",
                cluster.kind().name(),
                cluster.inServerlessApi(),
                cluster.state().stateName(),
                cluster.terminationProtection(),
                cluster.continuousBackup(),
                cluster.autoIndexing(),
                json.text(cluster.tags()),
                cluster.id());
    }

    void delete(Handle handle, String id) {
        handle.execute("DELETE FROM cluster WHERE id = ?", id);
    }

    Optional<Cluster> find(Handle handle, ClusterKey key) {
        return find(handle, key, "");
    }

    /** The cluster, which nobody else changes until the transaction ends. */
    Optional<Cluster> lock(Transaction transaction, ClusterKey key) {
        return find(transaction.handle(), key, transaction.forUpdate());
    }

    Optional<Cluster> findById(Handle handle, String id) {
        return findById(handle, id, "");
    }

    /** The cluster, which nobody else changes until the transaction ends. */
    Optional<Cluster> lockById(Transaction transaction, String id) {
        return findById(transaction.handle(), id, transaction.forUpdate());
    }

    private Optional<Cluster> find(Handle handle, ClusterKey key, String lock) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM cluster WHERE project_id = ? AND name = ?" + lock)
                .bind(0, key.projectId())
                .bind(1, key.name())
                .map((row, context) -> cluster(row))
                .findOne();
    }

    private Optional<Cluster> findById(Handle handle, String id, String lock) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM cluster WHERE id = ?" + lock)
                .bind(0, id)
                .map((row, context) -> cluster(row))
                .findOne();
    }

    List<Cluster> list(Handle handle, ClusterFilter filter, PageRequest page) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM cluster WHERE " + filter.condition()
                        + " ORDER BY id LIMIT :most OFFSET :offset")
                .bind("project", filter.projectId())
                .bind("most", page.itemsPerPage())
                .bind("offset", page.offset())
                .map((row, context) -> cluster(row))
                .list();
    }

    long count(Handle handle, ClusterFilter filter) {
        return handle.createQuery("SELECT count(*) FROM cluster WHERE " + filter.condition())
                .bind("project", filter.projectId())
                .mapTo(Long.class)
                .one();
    }

    /** The serverless instances of all projects, oldest first, which nobody else changes until the transaction ends. */
    List<Cluster> lockGenuineInstances(Transaction transaction) {
        return transaction
                .handle()
                .createQuery("SELECT " + COLUMNS + " FROM cluster WHERE kind = 'SERVERLESS' ORDER BY id"
                        + transaction.forUpdate())
                .map((row, context) -> cluster(row))
                .list();
    }

    /** How many clusters each of the projects has. */
    Map<String, Long> counts(Handle handle, Collection<String> projectIds) {
        return handle
                .createQuery(
                        "SELECT project_id, count(*) FROM cluster WHERE project_id IN (<projects>) GROUP BY project_id")
                .bindList("projects", List.copyOf(projectIds))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Cluster cluster(ResultSet row) throws SQLException {
        return new Cluster(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Cluster.Kind.valueOf(row.getString(5)),
                row.getBoolean(6),
                Provider.valueOf(row.getString(7)),
                row.getString(8),
                ClusterState.named(row.getString(9)),
                Instant.ofEpochMilli(row.getLong(10)),
                new Hosts(row.getString(11), row.getString(12), row.getString(13), row.getString(14), row.getInt(19)),
                row.getBoolean(15),
                row.getBoolean(16),
                row.getBoolean(17),
                json.values(row.getString(18), Tag.class));
    }
}
