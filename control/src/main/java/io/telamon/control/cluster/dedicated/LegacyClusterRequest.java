package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.VolumeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to create or change a cluster in version 2023-01-01: one hardware for all nodes, and nodes by region.
 *
 * @param acceptDataRisksAndForceReplicaSetReconfig when a client accepted to lose what a lost region had; there are no lost regions
 * @param providerBackupEnabled the name that cloud backup has in this version
 * @param replicationFactor how many nodes can become primary, where {@code replicationSpec} does not say
 */
@Valid
@ReadOnly({
    "configServerType",
    "connectionStrings",
    "createDate",
    "deleteAfterDate",
    "featureCompatibilityVersion",
    "featureCompatibilityVersionExpirationDate",
    "id",
    "mongoDBEmployeeAccessGrant",
    "mongoDBVersion",
    "mongoURI",
    "mongoURIUpdated",
    "mongoURIWithOptions",
    "srvAddress",
    "stateName"
})
record LegacyClusterRequest(
        @Nullable String name,
        @Nullable String groupId,
        @Nullable ClusterType clusterType,
        @Nullable @Valid Provider providerSettings,
        @Nullable Integer numShards,
        @Nullable Integer replicationFactor,
        @Nullable Map<String, Nodes> replicationSpec,
        @Nullable List<Spec> replicationSpecs,
        @Nullable Scaling autoScaling,
        @Nullable Double diskSizeGB,
        @Nullable @Valid List<ComponentLabel> labels,
        @Nullable @Valid List<Tag> tags,
        @Nullable Boolean terminationProtectionEnabled,
        @Nullable Boolean backupEnabled,
        @Nullable Boolean providerBackupEnabled,
        @Nullable Boolean pitEnabled,
        @Nullable Boolean paused,
        ClusterRequest.@Nullable BiConnectorRequest biConnector,
        ClusterSettings.@Nullable Encryption encryptionAtRestProvider,
        @Nullable String mongoDBMajorVersion,
        ClusterSettings.@Nullable ReleaseSystem versionReleaseSystem,
        @Nullable Boolean globalClusterSelfManagedSharding,
        ClusterSettings.@Nullable DiskWarming diskWarmingMode,
        ClusterRequest.@Nullable RootCertificate rootCertType,
        @Nullable Instant acceptDataRisksAndForceReplicaSetReconfig,
        @Nullable TlsChange advancedConfiguration,
        ClusterSettings.ConfigServer.@Nullable Mode configServerManagementMode,
        ClusterSettings.@Nullable ScalingStrategy replicaSetScalingStrategy)
        implements ClusterBody {

    /** The hardware. */
    @Valid
    @ReadOnly("effectiveInstanceSizeName")
    record Provider(
            @NotNull String providerName,
            @Nullable Bounds autoScaling,
            @Nullable String backingProviderName,
            @Nullable Integer diskIOPS,
            @Nullable String diskTypeName,
            @Nullable Boolean encryptEBSVolume,
            @Nullable String instanceSizeName,
            @Nullable String regionName,
            @Nullable VolumeType volumeType) {}

    /** Between which sizes instances scale. */
    record Bounds(@Nullable Sizes compute) {

        record Sizes(
                @Nullable String maxInstanceSize, @Nullable String minInstanceSize) {}
    }

    /** What scales by itself. */
    record Scaling(@Nullable Compute compute, @Nullable Boolean diskGBEnabled) {

        record Compute(@Nullable Boolean enabled, @Nullable Boolean scaleDownEnabled) {}
    }

    /** How many nodes of each type are in a region. */
    record Nodes(
            @Nullable Integer analyticsNodes,
            @Nullable Integer electableNodes,
            @Nullable Integer priority,
            @Nullable Integer readOnlyNodes) {}

    /** A zone. */
    record Spec(
            @Nullable String id,
            @Nullable Integer numShards,
            @Nullable Map<String, Nodes> regionsConfig,
            @Nullable String zoneName) {}

    /** The same in the form of the next version. Throws {@link ErrorCode#DUAL_REPLICATION_SPEC_SPECIFIED} too. */
    @Override
    public ClusterRequest request(Optional<Topology> before) {
        boolean backup = Boolean.TRUE.equals(providerBackupEnabled) || Boolean.TRUE.equals(backupEnabled);
        boolean backupIsSent = providerBackupEnabled != null || backupEnabled != null;
        return new ZonedClusterRequest(
                name,
                groupId,
                clusterType,
                new LegacyZones(this, before).read(),
                labels,
                tags,
                terminationProtectionEnabled,
                backupIsSent ? backup : null,
                pitEnabled,
                paused,
                biConnector,
                encryptionAtRestProvider,
                mongoDBMajorVersion,
                versionReleaseSystem,
                globalClusterSelfManagedSharding,
                diskWarmingMode,
                rootCertType,
                acceptDataRisksAndForceReplicaSetReconfig,
                advancedConfiguration,
                configServerManagementMode,
                replicaSetScalingStrategy,
                null,
                diskSizeGB);
    }

    /** Whether anything is asked about the arrangement or the hardware of nodes. */
    boolean asksAboutNodes() {
        return providerSettings != null
                || numShards != null
                || replicationFactor != null
                || replicationSpec != null
                || replicationSpecs != null
                || autoScaling != null;
    }

    /** The zones that are sent, in either form; in both where they say the same, as a client does that sends back what it has read. */
    Optional<List<Spec>> zones() {
        List<Spec> several = Objects.requireNonNullElse(replicationSpecs, List.of());
        if (replicationSpec == null) {
            return Optional.of(several).filter(specs -> !specs.isEmpty());
        }
        boolean same =
                several.size() == 1 && replicationSpec.equals(several.getFirst().regionsConfig());
        ErrorCode.DUAL_REPLICATION_SPEC_SPECIFIED.refuseIf(replicationSpecs != null && !same);
        return Optional.of(same ? several : List.of(new Spec(null, numShards, replicationSpec, null)));
    }

    /** How many nodes can become primary where no region says so. */
    int electable() {
        int factor = Objects.requireNonNullElse(replicationFactor, 3);
        ErrorCode.CLUSTER_REPLICATION_FACTOR_INVALID.refuseIf(factor != 3 && factor != 5 && factor != 7);
        return factor;
    }
}
