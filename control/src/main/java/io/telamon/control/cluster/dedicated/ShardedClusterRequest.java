package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A new cluster in the versions 2024-08-05 and 2024-10-23: a replication spec for each shard. */
@Valid
@ReadOnly({
    "adaptiveCapacity",
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
        @NotNull String name,
        @Nullable String groupId,
        @Nullable ClusterType clusterType,
        @NotNull @Valid @Size(min = 1) List<ShardRequest> replicationSpecs,
        @Nullable @Valid List<ComponentLabel> labels,
        @Nullable @Valid List<Tag> tags,
        @Nullable Boolean terminationProtectionEnabled,
        @Nullable Boolean backupEnabled,
        @Nullable Boolean pitEnabled,
        @Nullable Boolean paused,
        @Nullable BiConnectorRequest biConnector,
        @Nullable String encryptionAtRestProvider,
        @Nullable String mongoDBMajorVersion,
        @Nullable String versionReleaseSystem,
        @Nullable Boolean globalClusterSelfManagedSharding,
        @Nullable String diskWarmingMode,
        @Nullable String rootCertType,
        @Nullable String acceptDataRisksAndForceReplicaSetReconfig,
        @Nullable JsonNode advancedConfiguration,
        @Nullable String configServerManagementMode,
        @Nullable String replicaSetScalingStrategy,
        @Nullable Boolean redactClientLogData,
        @Nullable Boolean retainBackups,
        @Nullable Boolean useAwsTimeBasedSnapshotCopyForFastInitialSync)
        implements ClusterRequest {

    /** A shard. */
    @Valid
    @ReadOnly({"id", "zoneId"})
    record ShardRequest(
            @NotNull @Valid @Size(min = 1) List<RegionRequest> regionConfigs,
            @Nullable String zoneName) implements SpecRequest {

        @Override
        public int shards() {
            return 1;
        }
    }
}
