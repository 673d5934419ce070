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
 * What is sent to create or change a cluster in version 2023-02-01: a replication spec for each zone, and one disk size for all.
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
record ZonedClusterRequest(
        @Nullable String name,
        @Nullable String groupId,
        @Nullable ClusterType clusterType,
        @Nullable @Valid @Size(min = 1) List<ZoneRequest> replicationSpecs,
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
        @Nullable Double diskSizeGB)
        implements ClusterRequest {

    /**
     * A zone.
     *
     * @param id that of a zone which there is
     * @param numShards how many shards it has; as many as before or 1 unless sent
     */
    @Valid
    @ReadOnly("zoneId")
    record ZoneRequest(
            @Nullable String id,
            @Nullable Integer numShards,
            @NotNull @Valid @Size(min = 1) List<RegionRequest> regionConfigs,
            @Nullable String zoneName)
            implements SpecRequest {}

    @Override
    public boolean isZoned() {
        return true;
    }

    @Override
    public @Nullable Boolean redactClientLogData() {
        return null;
    }

    @Override
    public @Nullable Boolean retainBackups() {
        return null;
    }

    @Override
    public @Nullable Boolean useAwsTimeBasedSnapshotCopyForFastInitialSync() {
        return null;
    }
}
