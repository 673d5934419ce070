package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.topology.Shard;
import io.telamon.control.cluster.topology.Topology;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        Topology running = subject.running();
        return specs(running, shard -> subject.regions(shard, running.diskGb()));
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
        Topology shown = subject.topology();
        Topology running = shown.onHardwareOf(subject.running());
        Iterator<Shard> effective = running.shards().iterator();
        return specs(shown, shard -> {
            List<RegionConfigView> asSet = subject.regions(shard, shown.diskGb());
            List<RegionConfigView> asRun = subject.regions(effective.next(), running.diskGb());
            return IntStream.range(0, asSet.size())
                    .mapToObj(i -> merged(asSet.get(i), asRun.get(i)))
                    .toList();
        });
    }

    private static RegionConfigView merged(RegionConfigView asSet, RegionConfigView asRun) {
        return asSet instanceof RegionView set && asRun instanceof RegionView run ? set.running(run) : asSet;
    }

    private static List<Spec> specs(Topology topology, Function<Shard, List<RegionConfigView>> regions) {
        return topology.zones().stream()
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
