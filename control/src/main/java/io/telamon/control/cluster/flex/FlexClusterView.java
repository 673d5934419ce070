package io.telamon.control.cluster.flex;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.topology.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flex cluster as the flex API shows it. */
public record FlexClusterView(
        BackupSettings backupSettings,
        String clusterType,
        Connections connectionStrings,
        Instant createDate,
        String groupId,
        String id,
        String mongoDBVersion,
        String name,
        ProviderSettings providerSettings,
        String stateName,
        @Nullable List<Tag> tags,
        boolean terminationProtectionEnabled,
        String versionReleaseSystem) {

    private static final double DISK_GB = 5.0;

    /** Whether the cluster is backed up, which it always is. */
    public record BackupSettings(boolean enabled) {}

    /** How to connect; {@code standard} is there once the cluster has its hosts. */
    public record Connections(@Nullable String standard, String standardSrv) {}

    /** Where the cluster is. */
    public record ProviderSettings(
            Provider backingProviderName, double diskSizeGB, String providerName, String regionName) {}

    static FlexClusterView of(Cluster cluster, ConnectionStrings connections) {
        boolean hosted = !(cluster.state() instanceof ClusterState.Creating);
        return new FlexClusterView(
                new BackupSettings(true),
                "REPLICASET",
                new Connections(hosted ? connections.standard() : null, connections.standardSrv()),
                cluster.identity().createdAt(),
                cluster.projectId().value(),
                cluster.id().value(),
                MongoVersion.CURRENT,
                cluster.name(),
                new ProviderSettings(
                        cluster.placement().provider(),
                        DISK_GB,
                        "FLEX",
                        cluster.placement().region()),
                cluster.state().stateName(),
                cluster.spec().tags(),
                cluster.spec().terminationProtection(),
                cluster.inServerlessApi() ? "CONTINUOUS" : "LTS");
    }

    /** The same view as the answer to its creation has it: without tags when there are none. */
    FlexClusterView asCreated() {
        return tags != null && tags.isEmpty()
                ? new FlexClusterView(
                        backupSettings,
                        clusterType,
                        connectionStrings,
                        createDate,
                        groupId,
                        id,
                        mongoDBVersion,
                        name,
                        providerSettings,
                        stateName,
                        null,
                        terminationProtectionEnabled,
                        versionReleaseSystem)
                : this;
    }
}
