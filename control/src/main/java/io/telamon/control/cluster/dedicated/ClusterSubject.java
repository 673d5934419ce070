package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Link;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.topology.ClusterType;
import io.telamon.control.cluster.topology.Shard;
import io.telamon.control.cluster.topology.Topology;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is about to be shown.
 *
 * @param connections how drivers reach it
 * @param links to the cluster and what belongs to it
 * @param showsTags whether its tags are shown
 * @param asSet whether hardware is shown as the client has set it, and not as it runs
 */
record ClusterSubject(
        Cluster cluster, ConnectionStrings connections, List<Link> links, boolean showsTags, boolean asSet) {

    ClusterSettings settings() {
        return Objects.requireNonNull(cluster.spec().settings());
    }

    /** How its nodes are arranged: as the client has set it where it asks so, else as they run. */
    Topology topology() {
        return asSet ? Objects.requireNonNull(cluster.spec().topology()) : running();
    }

    /** How its nodes run. */
    Topology running() {
        return cluster.spec().running().orElseThrow();
    }

    /** Whether it is a dedicated cluster. */
    boolean isDedicated() {
        return cluster.kind() == Cluster.Kind.DEDICATED;
    }

    /** Whether it has several shards or may have. */
    boolean isSharded() {
        return topology().type() != ClusterType.REPLICASET;
    }

    /** Whether its hosts are there. */
    boolean isHosted() {
        return !(cluster.state() instanceof ClusterState.Creating)
                && !cluster.placement().hosts().label().isEmpty();
    }

    /** Whether it is being deleted. */
    boolean isEnding() {
        return cluster.state() instanceof ClusterState.Deleting;
    }

    /** Where a shard's nodes are, without the size of their disks. */
    List<RegionConfigView> regions(Shard shard) {
        return isDedicated()
                ? shard.regions().stream()
                        .<RegionConfigView>map(nodes -> RegionView.of(nodes, null))
                        .toList()
                : List.of(TenantRegionView.withoutDisk(cluster.placement()));
    }

    /** Where a shard's nodes are, with disks of a size. */
    List<RegionConfigView> regions(Shard shard, double diskGb) {
        return isDedicated()
                ? shard.regions().stream()
                        .<RegionConfigView>map(nodes -> RegionView.of(nodes, diskGb))
                        .toList()
                : List.of(TenantRegionView.withDisk(cluster.placement()));
    }

    /** Those that are shown; none while it is being deleted, as recorded. */
    @Nullable
    List<Tag> tags() {
        if (!showsTags) {
            return null;
        }
        return isEnding() ? List.of() : cluster.spec().tags();
    }
}
