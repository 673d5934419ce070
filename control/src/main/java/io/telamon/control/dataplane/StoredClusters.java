package io.telamon.control.dataplane;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.ClusterTier;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.Tenant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The clusters as the gateway asks for them: those that drivers may connect to. */
public final class StoredClusters implements ClusterDirectory {

    private static final String SERVING = "SELECT id, project_id, name, kind, replica_set, state, limits FROM cluster"
            + " WHERE state NOT IN ('CREATING', 'DELETING') AND ";

    private final Store store;
    private final String suffix;

    /** Those of a store, whose host names end with {@code .domain}. */
    public StoredClusters(Store store, String domain) {
        this.store = store;
        this.suffix = "." + domain;
    }

    @Override
    public Optional<Tenant> byId(ClusterId id) {
        return store.read(handle -> one(handle.createQuery(SERVING + "id = :id").bind("id", id.value())));
    }

    @Override
    public Optional<NamedMember> byHost(String serverName) {
        if (!serverName.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] labels =
                serverName.substring(0, serverName.length() - suffix.length()).split("\\.", -1);
        return labels.length == 2
                ? store.read(handle -> one(handle.createQuery(SERVING + "host_label = :label AND host_hash = :hash")
                                .bind("label", labels[0])
                                .bind("hash", labels[1])))
                        .map(tenant -> NamedMember.alone(tenant, serverName))
                : Optional.empty();
    }

    private static Optional<Tenant> one(Query query) {
        return query.mapTo(Row.class).findOne().map(Row::tenant);
    }

    private record Row(
            ClusterId id,
            ProjectId projectId,
            String name,
            Cluster.Kind kind,
            String replicaSet,
            ClusterState state,
            ClusterLimits limits) {

        Tenant tenant() {
            ClusterTier tier = ClusterTier.of(kind);
            return new Tenant(
                    id,
                    projectId,
                    name,
                    replicaSet,
                    state instanceof ClusterState.Repairing ? Availability.UNAVAILABLE : Availability.SERVING,
                    tier.features(),
                    limits.over(tier.limits()));
        }
    }
}
