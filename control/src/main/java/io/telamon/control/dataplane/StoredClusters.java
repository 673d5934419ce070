package io.telamon.control.dataplane;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.ClusterTier;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The clusters as the gateway asks for them: those that drivers may connect to. */
public final class StoredClusters implements ClusterDirectory {

    private static final String SERVING =
            "SELECT id, project_id, name, kind, replica_set, state, spec, limits, shard_label, host_hash,"
                    + " (SELECT managed_slow_ms FROM project WHERE project.id = cluster.project_id) AS managed_slow_ms"
                    + " FROM cluster WHERE state NOT IN ('CREATING', 'DELETING') AND ";

    private final Store store;
    private final String suffix;
    private final InstanceSizes sizes = new InstanceSizes();

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
        return labels.length == 2 ? member(labels[0], labels[1]) : Optional.empty();
    }

    /** A name that is the cluster's own stands for its primary. */
    private Optional<NamedMember> member(String label, String hash) {
        return MemberLabel.of(label)
                .flatMap(named -> member("shard_label", named.shardLabel(), hash, named.member()))
                .or(() -> member("host_label", label, hash, 0));
    }

    private Optional<NamedMember> member(String column, String label, String hash, int member) {
        return store.read(handle -> row(handle.createQuery(SERVING + column + " = :label AND host_hash = :hash")
                        .bind("label", label)
                        .bind("hash", hash)))
                .map(row -> new NamedMember(row.tenant(sizes), row.members(suffix), member));
    }

    private Optional<Tenant> one(Query query) {
        return row(query).map(row -> row.tenant(sizes));
    }

    private static Optional<Row> row(Query query) {
        return query.mapTo(Row.class).findOne();
    }

    private record Row(
            ClusterId id,
            ProjectId projectId,
            String name,
            Cluster.Kind kind,
            String replicaSet,
            ClusterState state,
            ClusterSpec spec,
            ClusterLimits limits,
            String shardLabel,
            String hostHash,
            @Nullable Boolean managedSlowMs) {

        List<String> members(String suffix) {
            return IntStream.range(0, MemberPorts.MEMBERS)
                    .mapToObj(member -> shardLabel + Hosts.MEMBER + member + "." + hostHash + suffix)
                    .toList();
        }

        Tenant tenant(InstanceSizes sizes) {
            ClusterTier tier = tier(sizes);
            return new Tenant(
                    id, projectId, name, replicaSet, availability(), features(tier), limits.over(tier.limits()));
        }

        /** What the tier offers, and what project and cluster have switched on. */
        private Set<TierFeature> features(ClusterTier tier) {
            Set<TierFeature> features = EnumSet.noneOf(TierFeature.class);
            features.addAll(tier.features());
            if (Boolean.TRUE.equals(managedSlowMs)) {
                features.add(TierFeature.MANAGED_SLOW_MS);
            }
            ClusterSettings settings = spec.settings();
            if (settings != null && settings.redactClientLogData()) {
                features.add(TierFeature.REDACTED_LOGS);
            }
            return features;
        }

        private ClusterTier tier(InstanceSizes sizes) {
            Topology topology = spec.running().orElse(null);
            ClusterSettings settings = spec.settings();
            return kind == Cluster.Kind.DEDICATED && topology != null && settings != null
                    ? ClusterTier.ofDedicated(topology, settings.processArgs(), sizes)
                    : ClusterTier.of(kind);
        }

        private Availability availability() {
            ClusterSettings settings = spec.settings();
            if (settings != null && settings.paused()) {
                return Availability.PAUSED;
            }
            return state instanceof ClusterState.Repairing ? Availability.UNAVAILABLE : Availability.SERVING;
        }
    }
}
