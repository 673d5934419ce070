package io.telamon.control.cluster.dedicated;

import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client sends to create a cluster, whatever the version. */
sealed interface ClusterRequest permits ZonedClusterRequest, ShardedClusterRequest {

    String name();

    @Nullable
    String groupId();

    @Nullable
    ClusterType clusterType();

    List<? extends SpecRequest> replicationSpecs();

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

    @Nullable
    String encryptionAtRestProvider();

    @Nullable
    String mongoDBMajorVersion();

    @Nullable
    String versionReleaseSystem();

    @Nullable
    Boolean globalClusterSelfManagedSharding();

    @Nullable
    String diskWarmingMode();

    @Nullable
    String rootCertType();

    @Nullable
    JsonNode advancedConfiguration();

    @Nullable
    String configServerManagementMode();

    @Nullable
    String replicaSetScalingStrategy();

    /** What a client asks of the BI connector. */
    record BiConnectorRequest(
            @Nullable Boolean enabled, @Nullable String readPreference) {}
}
