package io.telamon.control.cluster;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The SQL of clusters. */
final class ClusterTable {

    private static final String SELECT = "SELECT * FROM cluster WHERE ";

    private ClusterTable() {}

    /** Inserts a cluster, unless its project has one of that name, or has a free one and this is another; whether it did. */
    static boolean insert(Handle handle, Cluster cluster) {
        return handle.createUpdate("""
                                INSERT INTO cluster (id, project_id, organization_id, name, created_at, kind,
                                    in_serverless_api, provider, region, host_label, host_hash, shard_label,
                                    replica_set, port, second_port, third_port, spec, state)
                                VALUES (:identity.id, :identity.projectId, :identity.organizationId, :identity.name,
                                    :identity.createdAt, :kind, :inServerlessApi, :placement.provider,
                                    :placement.region, :placement.hosts.label, :placement.hosts.hash,
                                    :placement.hosts.shardLabel, :placement.hosts.replicaSet, :placement.hosts.ports.port,
                                    :placement.hosts.ports.secondPort, :placement.hosts.ports.thirdPort,
                                    :spec, :state)
                                ON CONFLICT DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(cluster))
                        .execute()
                == 1;
    }

    /** Writes what can change of a cluster. */
    static void update(Handle handle, Cluster cluster) {
        handle.createUpdate("""
                        UPDATE cluster SET kind = :kind, in_serverless_api = :inServerlessApi, spec = :spec, state = :state
                        WHERE id = :identity.id""")
                .bindNamedArgumentFinder(RecordArguments.of(cluster))
                .execute();
    }

    static void delete(Handle handle, Cluster cluster) {
        handle.createUpdate("DELETE FROM cluster WHERE id = :identity.id")
                .bindNamedArgumentFinder(RecordArguments.of(cluster))
                .execute();
    }

    /** The names of the project's clusters whose host names begin with the label. */
    static List<String> namesWithLabel(Handle handle, ProjectId projectId, String label) {
        return handle.createQuery("SELECT name FROM cluster WHERE project_id = :projectId AND host_label = :label")
                .bind("projectId", projectId)
                .bind("label", label)
                .mapTo(String.class)
                .list();
    }

    static boolean hasFreeCluster(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT count(*) FROM cluster WHERE project_id = :projectId AND kind = 'FREE'")
                        .bind("projectId", projectId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static List<Cluster> inDomain(Handle handle, ProjectId projectId, String hash) {
        return handle.createQuery(SELECT + "project_id = :projectId AND host_hash = :hash ORDER BY id")
                .bind("projectId", projectId)
                .bind("hash", hash)
                .mapTo(Cluster.class)
                .list();
    }

    static Optional<Cluster> find(Handle handle, ClusterKey key) {
        return find(handle, key, "");
    }

    /** The cluster, which nobody else changes until the transaction ends. */
    static Optional<Cluster> lock(Transaction transaction, ClusterKey key) {
        return find(transaction.handle(), key, transaction.forUpdate());
    }

    static Optional<Cluster> findById(Handle handle, ClusterId id) {
        return findById(handle, id, "");
    }

    /** The cluster, which nobody else changes until the transaction ends. */
    static Optional<Cluster> lockById(Transaction transaction, ClusterId id) {
        return findById(transaction.handle(), id, transaction.forUpdate());
    }

    private static Optional<Cluster> find(Handle handle, ClusterKey key, String lock) {
        return handle.createQuery(SELECT + "project_id = :projectId AND name = :name" + lock)
                .bindNamedArgumentFinder(RecordArguments.of(key))
                .mapTo(Cluster.class)
                .findOne();
    }

    private static Optional<Cluster> findById(Handle handle, ClusterId id, String lock) {
        return handle.createQuery(SELECT + "id = :id" + lock)
                .bind("id", id)
                .mapTo(Cluster.class)
                .findOne();
    }

    static Page<Cluster> list(Handle handle, ClusterFilter filter, PageRequest page) {
        List<Cluster> clusters = handle.createQuery(
                        SELECT + filter.condition() + " ORDER BY id LIMIT :most OFFSET :offset")
                .bind("project", filter.projectId())
                .bind("most", page.limit())
                .bind("offset", page.offset())
                .mapTo(Cluster.class)
                .list();
        return Page.of(page, clusters, () -> count(handle, filter));
    }

    private static long count(Handle handle, ClusterFilter filter) {
        return handle.createQuery("SELECT count(*) FROM cluster WHERE " + filter.condition())
                .bind("project", filter.projectId())
                .mapTo(Long.class)
                .one();
    }

    /** All clusters of the projects, oldest first. */
    static List<Cluster> ofProjects(Handle handle, Collection<ProjectId> projectIds) {
        if (projectIds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(SELECT + "project_id IN (<projects>) ORDER BY id")
                .bindList("projects", List.copyOf(projectIds))
                .mapTo(Cluster.class)
                .list();
    }

    /** The serverless instances of all projects, oldest first, which nobody else changes until the transaction ends. */
    static List<Cluster> lockGenuineInstances(Transaction transaction) {
        return transaction
                .handle()
                .createQuery(SELECT + "kind = 'SERVERLESS' ORDER BY id" + transaction.forUpdate())
                .mapTo(Cluster.class)
                .list();
    }

    /** How many clusters each of the projects has; projects without any are left out. */
    static Map<ProjectId, Long> counts(Handle handle, Collection<ProjectId> projectIds) {
        if (projectIds.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("SELECT project_id, count(*) AS clusters FROM cluster"
                        + " WHERE project_id IN (<projects>) GROUP BY project_id")
                .bindList("projects", List.copyOf(projectIds))
                .setMapKeyColumn("project_id")
                .setMapValueColumn("clusters")
                .collectInto(new GenericType<Map<ProjectId, Long>>() {});
    }
}
