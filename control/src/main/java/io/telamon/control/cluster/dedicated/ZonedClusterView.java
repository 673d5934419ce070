package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.topology.Zone;
import java.util.List;

/** A cluster in version 2023-02-01: a replication spec for each zone, and one disk size for all. */
final class ZonedClusterView implements ClusterAttributes {

    private final ClusterSubject subject;

    ZonedClusterView(ClusterSubject subject) {
        this.subject = subject;
    }

    /** A zone. */
    record Spec(String id, int numShards, List<TenantRegionView> regionConfigs, String zoneId, String zoneName) {}

    @Override
    public ClusterSubject subject() {
        return subject;
    }

    @JsonProperty
    double diskSizeGB() {
        return TenantRegionView.DISK_GB;
    }

    @JsonProperty
    List<Spec> replicationSpecs() {
        Zone zone = subject.zone();
        return List.of(new Spec(
                zone.spec(),
                zone.shards().size(),
                List.of(TenantRegionView.withoutDisk(subject.cluster().placement())),
                zone.id(),
                zone.name()));
    }
}
