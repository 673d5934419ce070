package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A cluster in version 2023-02-01: a replication spec for each zone, and one disk size for all. */
final class ZonedClusterView implements ClusterAttributes {

    private final ClusterSubject subject;

    ZonedClusterView(ClusterSubject subject) {
        this.subject = subject;
    }

    /** A zone. */
    record Spec(String id, int numShards, List<RegionConfigView> regionConfigs, String zoneId, String zoneName) {}

    @Override
    public ClusterSubject subject() {
        return subject;
    }

    @JsonProperty
    double diskSizeGB() {
        return subject.topology().diskGb();
    }

    /** The shards of a zone are alike in this version. */
    @JsonProperty
    List<Spec> replicationSpecs() {
        return subject.topology().zones().stream()
                .map(zone -> new Spec(
                        zone.spec(),
                        zone.shards().size(),
                        subject.regions(zone.shards().getFirst()),
                        zone.id(),
                        zone.name()))
                .toList();
    }
}
