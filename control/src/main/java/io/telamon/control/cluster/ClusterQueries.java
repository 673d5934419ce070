package io.telamon.control.cluster;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.SharedCache;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Finds clusters. Safe for use by many threads. */
public final class ClusterQueries {

    private static final int KEPT_IN_MEMORY = 50_000;

    private final UnitsOfWork units;
    private final SharedCache<ClusterKey, Cluster> byKey;

    ClusterQueries(UnitsOfWork units) {
        this.units = units;
        this.byKey = units.store().cache(KEPT_IN_MEMORY);
    }

    /** The cluster, or nothing when its project has none of that name. */
    public Optional<Cluster> find(ClusterKey key) {
        return byKey.get(key, absent -> units.read(handle -> ClusterTable.find(handle, absent)));
    }

    /**
     * The cluster.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND}
     */
    public Cluster get(ClusterKey key) {
        return find(key).orElseThrow(() -> notFound(key));
    }

    /** One page of clusters, oldest first. */
    public Page<Cluster> list(ClusterFilter filter, PageRequest page) {
        return units.read(handle -> ClusterTable.list(handle, filter, page));
    }

    /** The clusters of a project whose hosts are in a domain of that label, as they are in the store. */
    public List<Cluster> inDomain(ProjectId projectId, String hash) {
        return units.read(handle -> ClusterTable.inDomain(handle, projectId, hash));
    }

    /** Reads something else from the store that the clusters are in. */
    public <T> T read(Function<Handle, T> reading) {
        return units.read(reading);
    }

    /** All clusters of some projects, oldest first. */
    public List<Cluster> ofProjects(Collection<ProjectId> projectIds) {
        return units.read(handle -> ClusterTable.ofProjects(handle, projectIds));
    }

    /** The cluster of an id, as it is in the store. */
    Optional<Cluster> stored(ClusterId id) {
        return units.read(handle -> ClusterTable.findById(handle, id));
    }

    /** The cluster of an id, as the change sees it. */
    public Optional<Cluster> byId(UnitOfWork unit, ClusterId id) {
        return ClusterTable.findById(unit.handle(), id);
    }

    /**
     * The cluster, which nobody else changes until the change is committed, and which is not being deleted.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_NOT_FOUND},
     *     {@link ErrorCode#CLUSTER_ALREADY_REQUESTED_DELETION}
     */
    public Cluster lock(UnitOfWork unit, ClusterKey key) {
        Cluster cluster = ClusterTable.lock(unit.transaction(), key).orElseThrow(() -> notFound(key));
        ErrorCode.CLUSTER_ALREADY_REQUESTED_DELETION.refuseIf(
                cluster.state() instanceof ClusterState.Deleting, key.name());
        return cluster;
    }

    /** Forgets what is known of a cluster that the unit changes. */
    void dropAfter(UnitOfWork unit, Cluster cluster) {
        byKey.dropAfter(unit.transaction(), cluster.key());
    }

    private static ApiException notFound(ClusterKey key) {
        return ErrorCode.CLUSTER_NOT_FOUND.about(key.name(), key.projectId());
    }
}
