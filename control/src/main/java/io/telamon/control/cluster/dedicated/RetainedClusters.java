package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import io.telamon.control.api.Page;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterIdentity;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.Placement;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.store.StoredAsJson;
import io.telamon.control.work.Documents;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.gateway.model.ClusterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The clusters of a project that were deleted while their backups were to be kept. A list shows them, as they were, on request. */
final class RetainedClusters {

    private final Documents<Retained> documents = new Documents<>("retained-cluster", Retained.class);
    private final ClusterQueries queries;

    RetainedClusters(ClusterQueries queries) {
        this.queries = queries;
    }

    /** What is kept of a cluster. */
    @StoredAsJson
    record Retained(String id, String name, Instant createdAt, Provider provider, String region, ClusterSpec spec) {}

    /** Keeps a cluster that is about to be deleted, if it is one that has backups. */
    void retain(ProjectUnitOfWork unit, Cluster cluster) {
        ClusterSettings settings = cluster.spec().settings();
        if (settings != null && settings.backupEnabled()) {
            Placement placement = cluster.placement();
            documents.put(
                    unit,
                    cluster.id().value(),
                    new Retained(
                            cluster.id().value(),
                            cluster.name(),
                            cluster.identity().createdAt(),
                            placement.provider(),
                            placement.region(),
                            cluster.spec()));
        }
    }

    /** A page with those of the project behind its clusters. */
    Page<Cluster> appended(Call<?> call, Page<Cluster> page) {
        List<Cluster> gone = queries.read(handle -> documents.list(handle, call.projectId())).stream()
                .map(retained -> cluster(call, retained))
                .filter(cluster -> queries.find(cluster.key())
                        .filter(known -> known.id().equals(cluster.id()))
                        .isEmpty())
                .toList();
        List<Cluster> results = new ArrayList<>(page.results());
        long skipped = Math.max(0, call.page().offset() - page.totalCount());
        gone.stream()
                .skip(skipped)
                .limit((long) call.page().itemsPerPage() - results.size())
                .forEach(results::add);
        return new Page<>(results, page.totalCount() + gone.size());
    }

    private static Cluster cluster(Call<?> call, Retained retained) {
        ClusterIdentity identity = new ClusterIdentity(
                new ClusterId(retained.id()),
                call.projectId(),
                call.caller().orgId(),
                retained.name(),
                retained.createdAt());
        return new Cluster(
                identity,
                Cluster.Kind.DEDICATED,
                false,
                new Placement(retained.provider(), retained.region(), new Hosts("", "", "", "", MemberPorts.NONE)),
                retained.spec(),
                new ClusterState.Deleting());
    }
}
