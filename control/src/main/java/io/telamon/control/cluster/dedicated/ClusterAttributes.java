package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.api.Link;
import io.telamon.control.cluster.BiConnector;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.Expiring;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.TlsSettings;
import io.telamon.control.cluster.topology.ClusterType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes that a cluster has in every version of the clusters API. */
interface ClusterAttributes {

    /** What is shown. */
    ClusterSubject subject();

    /** How to connect; what is there once the cluster has its hosts depends on the kind, as recorded. */
    record Connections(
            @Nullable Map<String, String> awsPrivateLinkSrv,
            @Nullable List<String> privateEndpoint,
            @Nullable String standard,
            @Nullable String standardSrv) {}

    /** Free clusters do not show it, as recorded. */
    @JsonProperty
    default @Nullable TlsSettings advancedConfiguration() {
        return subject().isDedicated() ? subject().settings().tls() : null;
    }

    /** Off as soon as the cluster is being deleted, as recorded. */
    @JsonProperty
    default boolean backupEnabled() {
        return subject().settings().backupEnabled() && !subject().isEnding();
    }

    @JsonProperty
    default BiConnector biConnector() {
        return subject().settings().biConnectorState();
    }

    @JsonProperty
    default ClusterType clusterType() {
        return subject().topology().type();
    }

    @JsonProperty
    default ClusterSettings.ConfigServer.@Nullable Mode configServerManagementMode() {
        ClusterSettings.ConfigServer servers = subject().settings().configServer();
        return servers == null ? null : servers.mode();
    }

    @JsonProperty
    default ClusterSettings.ConfigServer.@Nullable Type configServerType() {
        ClusterSettings.ConfigServer servers = subject().settings().configServer();
        return servers == null ? null : servers.type();
    }

    @JsonProperty
    default Connections connectionStrings() {
        boolean hosted = subject().isHosted();
        boolean sharded = subject().isSharded();
        return new Connections(
                sharded ? Map.of() : null,
                sharded ? List.of() : null,
                hosted ? subject().connections().standard() : null,
                hosted || !subject().isDedicated() ? subject().connections().standardSrv() : null);
    }

    @JsonProperty
    default Instant createDate() {
        return subject().cluster().identity().createdAt();
    }

    @JsonProperty
    default ClusterSettings.DiskWarming diskWarmingMode() {
        return subject().settings().diskWarmingMode();
    }

    @JsonProperty
    default ClusterSettings.Encryption encryptionAtRestProvider() {
        return subject().settings().encryptionAtRestProvider();
    }

    /** Shown while the feature compatibility version is kept. */
    @JsonProperty
    default @Nullable Instant featureCompatibilityVersionExpirationDate() {
        Expiring.FeaturePin pin = subject().settings().expiring().featurePin();
        return pin == null ? null : pin.expirationDate();
    }

    @JsonProperty
    default boolean globalClusterSelfManagedSharding() {
        return subject().settings().globalClusterSelfManagedSharding();
    }

    @JsonProperty
    default String groupId() {
        return subject().cluster().projectId().value();
    }

    @JsonProperty
    default String id() {
        return subject().cluster().id().value();
    }

    @JsonProperty
    default List<ComponentLabel> labels() {
        return subject().settings().labels();
    }

    @JsonProperty
    default List<Link> links() {
        return subject().links();
    }

    /** Shown while something is granted. */
    @JsonProperty
    default Expiring.@Nullable EmployeeGrant mongoDBEmployeeAccessGrant() {
        return subject().settings().expiring().employeeGrant();
    }

    @JsonProperty
    default String mongoDBMajorVersion() {
        return subject().settings().mongoDBMajorVersion();
    }

    @JsonProperty
    default String mongoDBVersion() {
        return MongoVersion.releaseOf(mongoDBMajorVersion());
    }

    @JsonProperty
    default String name() {
        return subject().cluster().name();
    }

    @JsonProperty
    default boolean paused() {
        return subject().settings().paused();
    }

    @JsonProperty
    default boolean pitEnabled() {
        return subject().settings().pitEnabled();
    }

    /** Shown only if it was ever set, as recorded. */
    @JsonProperty
    default ClusterSettings.@Nullable ScalingStrategy replicaSetScalingStrategy() {
        return subject().settings().replicaSetScalingStrategy();
    }

    @JsonProperty
    default String rootCertType() {
        return "ISRGROOTX1";
    }

    @JsonProperty
    default String stateName() {
        return subject().cluster().state().stateName();
    }

    @JsonProperty
    default @Nullable List<Tag> tags() {
        return subject().tags();
    }

    @JsonProperty
    default boolean terminationProtectionEnabled() {
        return subject().cluster().spec().terminationProtection();
    }

    @JsonProperty
    default ClusterSettings.ReleaseSystem versionReleaseSystem() {
        return subject().settings().versionReleaseSystem();
    }
}
