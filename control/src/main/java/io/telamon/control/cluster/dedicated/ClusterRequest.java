package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.TlsChange;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Topology;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to create or change a cluster, whatever the version. What is not there is not set, or stays as it is. Attributes
 * that have the names of {@link ClusterSettings} have their types too.
 */
sealed interface ClusterRequest extends ClusterBody permits ZonedClusterRequest, ShardedClusterRequest {

    @Nullable
    String name();

    @Nullable
    String groupId();

    @Nullable
    ClusterType clusterType();

    /** Zones or shards, by version. */
    @Nullable
    List<? extends SpecRequest> replicationSpecs();

    @Override
    default ClusterRequest request(Optional<Topology> before) {
        return this;
    }

    /** The size of all disks, in versions that have one for the cluster. */
    @Nullable
    Double diskSizeGB();

    @Nullable
    List<ComponentLabel> labels();

    @Nullable
    List<Tag> tags();

    @Nullable
    Boolean terminationProtectionEnabled();

    @Nullable
    Boolean backupEnabled();

    @Nullable
    Boolean pitEnabled();

    @Nullable
    Boolean paused();

    @Nullable
    BiConnectorRequest biConnector();

    ClusterSettings.@Nullable Encryption encryptionAtRestProvider();

    @Nullable
    String mongoDBMajorVersion();

    ClusterSettings.@Nullable ReleaseSystem versionReleaseSystem();

    @Nullable
    Boolean globalClusterSelfManagedSharding();

    ClusterSettings.@Nullable DiskWarming diskWarmingMode();

    @Nullable
    TlsChange advancedConfiguration();

    ClusterSettings.ConfigServer.@Nullable Mode configServerManagementMode();

    ClusterSettings.@Nullable ScalingStrategy replicaSetScalingStrategy();

    @Nullable
    Boolean redactClientLogData();

    @Nullable
    Boolean retainBackups();

    @Nullable
    Boolean useAwsTimeBasedSnapshotCopyForFastInitialSync();

    /** Whether its replication specs are zones, and not shards. */
    boolean isZoned();

    /**
     * The name, which a new cluster needs.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE}
     */
    default String requiredName() {
        return required("name", name());
    }

    /**
     * The replication specs, which a new cluster needs.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE}
     */
    default List<? extends SpecRequest> requiredSpecs() {
        return required("replicationSpecs", replicationSpecs());
    }

    private static <T> T required(String attribute, @Nullable T value) {
        if (value == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.because(List.of(new Violation(attribute, "is required")), attribute);
        }
        return value;
    }

    /** What a client asks of the BI connector. */
    record BiConnectorRequest(
            @Nullable Boolean enabled, @Nullable String readPreference) {}

    /** The authority of certificates. */
    enum RootCertificate {
        ISRGROOTX1
    }
}
