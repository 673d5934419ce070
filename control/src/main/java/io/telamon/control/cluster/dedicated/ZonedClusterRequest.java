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

/** A new cluster in version 2023-02-01: a replication spec for each zone, and one disk size for all. */
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
record ZonedClusterRequest(
        @NotNull String name,
        @Nullable String groupId,
        @Nullable ClusterType clusterType,
        @NotNull @Valid @Size(min = 1) List<ZoneRequest> replicationSpecs,
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
        @Nullable Double diskSizeGB)
        implements ClusterRequest {

    /**
     * A zone.
     *
     * @param numShards how many shards it has, 1 unless sent
     */
    @Valid
    @ReadOnly({"id", "zoneId"})
    record ZoneRequest(
            @Nullable Integer numShards,
            @NotNull @Valid @Size(min = 1) List<RegionRequest> regionConfigs,
            @Nullable String zoneName)
            implements SpecRequest {

        @Override
        public int shards() {
            return numShards == null ? 1 : numShards;
        }
    }
}
