package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.api.Link;
import io.telamon.control.cluster.ComponentLabel;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes that a cluster has in every version of the clusters API. */
interface ClusterAttributes {

    /** What is shown. */
    ClusterSubject subject();

    /** How to connect; {@code standard} is there once the cluster has its hosts. */
    record Connections(@Nullable String standard, String standardSrv) {}

    /** The BI connector. Its read preference is in lower case, as recorded. */
    record BiConnector(boolean enabled, String readPreference) {}

    @JsonProperty
    default boolean backupEnabled() {
        return false;
    }

    @JsonProperty
    default BiConnector biConnector() {
        return new BiConnector(false, "secondary");
    }

    @JsonProperty
    default ClusterType clusterType() {
        return ClusterType.REPLICASET;
    }

    @JsonProperty
    default Connections connectionStrings() {
        return new Connections(
                subject().isHosted() ? subject().connections().standard() : null,
                subject().connections().standardSrv());
    }

    @JsonProperty
    default Instant createDate() {
        return subject().cluster().identity().createdAt();
    }

    @JsonProperty
    default String diskWarmingMode() {
        return "FULLY_WARMED";
    }

    @JsonProperty
    default String encryptionAtRestProvider() {
        return "NONE";
    }

    @JsonProperty
    default boolean globalClusterSelfManagedSharding() {
        return false;
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

    @JsonProperty
    default String mongoDBMajorVersion() {
        return MongoVersion.CURRENT_MAJOR;
    }

    @JsonProperty
    default String mongoDBVersion() {
        return MongoVersion.CURRENT;
    }

    @JsonProperty
    default String name() {
        return subject().cluster().name();
    }

    @JsonProperty
    default boolean paused() {
        return false;
    }

    @JsonProperty
    default boolean pitEnabled() {
        return false;
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
    default String versionReleaseSystem() {
        return "LTS";
    }
}
