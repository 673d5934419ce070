package io.telamon.control.cluster.overview;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.topology.Topology;
import java.util.List;

/** A cluster in short (OpenAPI, {@code CloudCluster}). */
record ClusterDetails(
        int alertCount,
        boolean authEnabled,
        Availability availability,
        boolean backupEnabled,
        String clusterId,
        long dataSizeBytes,
        String name,
        int nodeCount,
        boolean sslEnabled,
        Type type,
        List<String> versions) {

    /** Whether drivers can connect, by the names of the API. */
    enum Availability {
        available,
        unavailable
    }

    /** How documents are spread. */
    enum Type {
        REPLICA_SET,
        SHARDED_CLUSTER
    }

    /**
     * A cluster.
     *
     * @param bytes what it holds
     */
    static ClusterDetails of(Cluster cluster, long bytes) {
        ClusterSettings settings = cluster.spec().settings();
        int nodes = cluster.spec()
                .running()
                .filter(topology -> cluster.kind() == Cluster.Kind.DEDICATED)
                .map(ClusterDetails::nodes)
                .orElse(MemberPorts.MEMBERS);
        return new ClusterDetails(
                0,
                true,
                availability(cluster),
                settings != null && settings.backupEnabled(),
                cluster.id().value(),
                bytes,
                cluster.name(),
                nodes,
                true,
                cluster.isSharded() ? Type.SHARDED_CLUSTER : Type.REPLICA_SET,
                List.of(
                        settings == null
                                ? MongoVersion.CURRENT
                                : MongoVersion.releaseOf(settings.mongoDBMajorVersion())));
    }

    private static int nodes(Topology topology) {
        return topology.shards().stream().mapToInt(shard -> shard.nodes()).sum();
    }

    private static Availability availability(Cluster cluster) {
        ClusterSettings settings = cluster.spec().settings();
        boolean paused = settings != null && settings.paused();
        boolean serves =
                cluster.state() instanceof ClusterState.Idle || cluster.state() instanceof ClusterState.Updating;
        return serves && !paused ? Availability.available : Availability.unavailable;
    }
}
