package io.telamon.control.dataplane;

import io.telamon.control.api.Json;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterTier;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The clusters as the gateway asks for them: those that drivers may connect to. */
public final class StoredClusters implements ClusterDirectory {

    private static final String SERVING = "SELECT id, project_id, name, kind, replica_set, state, limits FROM cluster"
            + " WHERE state NOT IN ('CREATING', 'DELETING') AND ";

    private final Json json = new Json();
    private final Store store;
    private final String suffix;

    /** Those of a store, whose host names end with {@code .domain}. */
    public StoredClusters(Store store, String domain) {
        this.store = store;
        this.suffix = "." + domain;
    }

    @Override
    public Optional<Tenant> byId(ClusterId id) {
        return store.read(handle -> one(handle.createQuery(SERVING + "id = ?").bind(0, id.value())));
    }

    @Override
    public Optional<Tenant> byHost(String serverName) {
        if (!serverName.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] labels =
                serverName.substring(0, serverName.length() - suffix.length()).split("\\.", -1);
        return labels.length == 2
                ? store.read(handle -> one(handle.createQuery(SERVING + "host_label = ? AND host_hash = ?")
                        .bind(0, labels[0])
                        .bind(1, labels[1])))
                : Optional.empty();
    }

    private Optional<Tenant> one(Query query) {
        return query.map((row, context) -> tenant(row)).findOne();
    }

    private Tenant tenant(ResultSet row) throws SQLException {
        ClusterTier tier = ClusterTier.of(Cluster.Kind.valueOf(row.getString(4)));
        return new Tenant(
                new ClusterId(row.getString(1)),
                new ProjectId(row.getString(2)),
                row.getString(3),
                row.getString(5),
                row.getString(6).equals("REPAIRING") ? Availability.UNAVAILABLE : Availability.SERVING,
                tier.features(),
                json.value(row.getString(7), ClusterLimits.class).over(tier.limits()));
    }
}
