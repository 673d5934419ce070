package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.topology.ClusterType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to create or change a cluster in the versions 2024-08-05 and 2024-10-23: a replication spec for each shard.
 *
 * @param acceptDataRisksAndForceReplicaSetReconfig when a client accepted to lose what a lost region had; there are no lost regions
 */
@Valid
@ReadOnly({
    "configServerType",
    "connectionStrings",
    "createDate",
    "effectiveDatabaseEdition",
    "effectiveReplicationSpecs",
    "featureCompatibilityVersion",
    "featureCompatibilityVersionExpirationDate",
    "id",
    "internalClusterRole",
    "mongoDBEmployeeAccessGrant",
    "mongoDBVersion",
    "stateName"
})
record ShardedClusterRequest(
        @Nullable String name,
        @Nullable String groupId,
        @Nullable ClusterType clusterType,
        @Nullable @Valid @Size(min = 1) List<ShardRequest> replicationSpecs,
        @Nullable @Valid List<ComponentLabel> labels,
        @Nullable @Valid List<Tag> tags,
        @Nullable Boolean terminationProtectionEnabled,
        @Nullable Boolean backupEnabled,
        @Nullable Boolean pitEnabled,
        @Nullable Boolean paused,
        @Nullable BiConnectorRequest biConnector,
        ClusterSettings.@Nullable Encryption encryptionAtRestProvider,
        @Nullable String mongoDBMajorVersion,
        ClusterSettings.@Nullable ReleaseSystem versionReleaseSystem,
        @Nullable Boolean globalClusterSelfManagedSharding,
        ClusterSettings.@Nullable DiskWarming diskWarmingMode,
        @Nullable RootCertificate rootCertType,
        @Nullable Instant acceptDataRisksAndForceReplicaSetReconfig,
        @Nullable TlsChange advancedConfiguration,
        ClusterSettings.ConfigServer.@Nullable Mode configServerManagementMode,
        ClusterSettings.@Nullable ScalingStrategy replicaSetScalingStrategy,
        @Nullable String adaptiveCapacity,
        @Nullable Boolean redactClientLogData,
        @Nullable Boolean retainBackups,
        @Nullable Boolean useAwsTimeBasedSnapshotCopyForFastInitialSync)
        implements ClusterRequest {

    /**
     * A shard.
     *
     * @param id that of a shard which there is
     */
    @Valid
    @ReadOnly("zoneId")
    record ShardRequest(
            @Nullable String id,
            @NotNull @Valid @Size(min = 1) List<RegionRequest> regionConfigs,
            @Nullable String zoneName)
            implements SpecRequest {

        @Override
        public Integer numShards() {
            return 1;
        }
    }

    @Override
    public boolean isZoned() {
        return false;
    }

    /** Disks stand in the hardware of nodes. */
    @Override
    public @Nullable Double diskSizeGB() {
        return null;
    }
}
