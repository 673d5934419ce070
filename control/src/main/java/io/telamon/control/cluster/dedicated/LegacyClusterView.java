package io.telamon.control.cluster.dedicated;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster in version 2023-01-01 and in the API's version 1.0: one hardware for all nodes, and nodes by region. */
final class LegacyClusterView implements ClusterAttributes {

    private static final Nodes NODES = new Nodes(0, MemberPorts.MEMBERS, 7, 0);

    private final ClusterSubject subject;

    LegacyClusterView(ClusterSubject subject) {
        this.subject = subject;
    }

    /** What scales by itself. */
    record AutoScaling(Compute compute, boolean diskGBEnabled) {

        /** Whether the size of the instances does. */
        record Compute(boolean enabled, boolean scaleDownEnabled) {}
    }

    /** How many nodes of each type are in a region. */
    record Nodes(int analyticsNodes, int electableNodes, int priority, int readOnlyNodes) {

        static Nodes of(RegionNodes nodes) {
            return new Nodes(
                    nodes.analytics().nodeCount(),
                    nodes.electable().nodeCount(),
                    nodes.priority(),
                    nodes.readOnly().nodeCount());
        }
    }

    /** A zone. */
    record Spec(String id, int numShards, Map<String, Nodes> regionsConfig, String zoneName) {}

    @Override
    public ClusterSubject subject() {
        return subject;
    }

    @JsonProperty
    AutoScaling autoScaling() {
        return subject.topology()
                .primary()
                .map(nodes -> nodes.autoScaling())
                .map(scaling -> new AutoScaling(
                        new AutoScaling.Compute(
                                scaling.compute().enabled(), scaling.compute().scaleDown()),
                        scaling.disk()))
                .orElse(new AutoScaling(new AutoScaling.Compute(false, false), false));
    }

    @JsonProperty
    double diskSizeGB() {
        return subject.topology().diskGb();
    }

    /** The hosts without the options of the string. */
    @JsonProperty
    @Nullable
    String mongoURI() {
        String standard = mongoURIWithOptions();
        if (standard == null) {
            return null;
        }
        int options = standard.indexOf('/', "mongodb://".length());
        return options < 0 ? standard : standard.substring(0, options);
    }

    @JsonProperty
    @Nullable
    Instant mongoURIUpdated() {
        return subject.isHosted() ? createDate() : null;
    }

    @JsonProperty
    @Nullable
    String mongoURIWithOptions() {
        return connectionStrings().standard();
    }

    @JsonProperty
    int numShards() {
        return subject.topology().shards().size();
    }

    /** The name that cloud backup has in this version. */
    @JsonProperty
    boolean providerBackupEnabled() {
        return backupEnabled();
    }

    @JsonProperty
    LegacyProviderView providerSettings() {
        return subject.isDedicated()
                ? LegacyProviderView.of(subject.topology())
                : LegacyProviderView.ofTenant(subject.cluster().placement());
    }

    /** How many nodes of the first shard can become primary. */
    @JsonProperty
    int replicationFactor() {
        return replicationSpec().values().stream()
                .mapToInt(Nodes::electableNodes)
                .sum();
    }

    /** The regions of the first zone. */
    @JsonProperty
    Map<String, Nodes> replicationSpec() {
        return regions(subject.topology().zones().getFirst());
    }

    @JsonProperty
    List<Spec> replicationSpecs() {
        return subject.topology().zones().stream()
                .map(zone -> new Spec(zone.spec(), zone.shards().size(), regions(zone), zone.name()))
                .toList();
    }

    private Map<String, Nodes> regions(Zone zone) {
        if (!subject.isDedicated()) {
            return Map.of(subject.cluster().placement().region(), NODES);
        }
        Map<String, Nodes> byName = new TreeMap<>();
        zone.shards().getFirst().regions().forEach(region -> byName.put(region.region(), Nodes.of(region)));
        return byName;
    }

    @JsonProperty
    @Nullable
    String srvAddress() {
        return connectionStrings().standardSrv();
    }
}
