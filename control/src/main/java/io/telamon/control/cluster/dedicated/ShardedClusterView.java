package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.topology.Shard;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cluster in the versions from 2024-08-05 on: a replication spec for each shard. */
final class ShardedClusterView implements ClusterAttributes {

    private final ClusterSubject subject;

    ShardedClusterView(ClusterSubject subject) {
        this.subject = subject;
    }

    /** A shard. */
    record Spec(String id, List<RegionConfigView> regionConfigs, String zoneId, String zoneName) {}

    @Override
    public ClusterSubject subject() {
        return subject;
    }

    /** Written although it is {@code null}, as recorded. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Nullable
    String adaptiveCapacity() {
        return subject.settings().adaptiveCapacity();
    }

    @JsonProperty
    String effectiveDatabaseEdition() {
        return "CORE";
    }

    /** What runs, which is what was asked for where nothing scales by itself. */
    @JsonProperty
    List<Spec> effectiveReplicationSpecs() {
        return specs(subject::regionsWithDisks);
    }

    @JsonProperty
    String featureCompatibilityVersion() {
        return subject.settings().featureVersion();
    }

    @JsonProperty
    String internalClusterRole() {
        return "NONE";
    }

    @JsonProperty
    boolean redactClientLogData() {
        return subject.settings().redactClientLogData();
    }

    @JsonProperty
    List<Spec> replicationSpecs() {
        return specs(shard -> subject.regionsWithDisks(shard).stream()
                .map(region -> region instanceof RegionView nodes ? nodes.running(nodes) : region)
                .toList());
    }

    private List<Spec> specs(Function<Shard, List<RegionConfigView>> regions) {
        return subject.topology().zones().stream()
                .flatMap(zone -> zone.shards().stream()
                        .map(shard -> new Spec(shard.id(), regions.apply(shard), zone.id(), zone.name())))
                .toList();
    }

    @JsonProperty
    boolean retainBackups() {
        return subject.settings().retainBackups();
    }

    @JsonProperty
    boolean useAwsTimeBasedSnapshotCopyForFastInitialSync() {
        return subject.settings().useAwsTimeBasedSnapshotCopyForFastInitialSync();
    }
}
