package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.MongoVersion;
import io.telamon.control.cluster.topology.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cluster in the versions from 2024-08-05 on: a replication spec for each shard. */
final class ShardedClusterView implements ClusterAttributes {

    private final ClusterSubject subject;

    ShardedClusterView(ClusterSubject subject) {
        this.subject = subject;
    }

    /** A shard. */
    record Spec(String id, List<TenantRegionView> regionConfigs, String zoneId, String zoneName) {}

    @Override
    public ClusterSubject subject() {
        return subject;
    }

    /** Written although it is {@code null}, as recorded. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Nullable
    String adaptiveCapacity() {
        return null;
    }

    @JsonProperty
    String effectiveDatabaseEdition() {
        return "CORE";
    }

    /** What runs, which is what was asked for where nothing scales by itself. */
    @JsonProperty
    List<Spec> effectiveReplicationSpecs() {
        return replicationSpecs();
    }

    @JsonProperty
    String featureCompatibilityVersion() {
        return MongoVersion.CURRENT_MAJOR;
    }

    @JsonProperty
    String internalClusterRole() {
        return "NONE";
    }

    @JsonProperty
    boolean redactClientLogData() {
        return false;
    }

    @JsonProperty
    List<Spec> replicationSpecs() {
        Zone zone = subject.zone();
        List<TenantRegionView> regions =
                List.of(TenantRegionView.withDisk(subject.cluster().placement()));
        return zone.shards().stream()
                .map(shard -> new Spec(shard.id(), regions, zone.id(), zone.name()))
                .toList();
    }

    @JsonProperty
    boolean retainBackups() {
        return false;
    }

    @JsonProperty
    boolean useAwsTimeBasedSnapshotCopyForFastInitialSync() {
        return false;
    }
}
