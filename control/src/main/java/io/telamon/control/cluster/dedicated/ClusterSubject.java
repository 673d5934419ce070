package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Link;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterState;
import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Tag;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.cluster.topology.Zone;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is about to be shown.
 *
 * @param connections how drivers reach it
 * @param links to the cluster and what belongs to it
 * @param showsTags whether its tags are shown
 */
record ClusterSubject(Cluster cluster, ConnectionStrings connections, List<Link> links, boolean showsTags) {

    ClusterSettings settings() {
        return Objects.requireNonNull(cluster.spec().settings());
    }

    /** The only zone of a free cluster. */
    Zone zone() {
        Topology topology = Objects.requireNonNull(cluster.spec().topology());
        return topology.zones().getFirst();
    }

    /** Whether its hosts are there. */
    boolean isHosted() {
        return !(cluster.state() instanceof ClusterState.Creating);
    }

    /** Those that are shown; none while it is being deleted, as recorded. */
    @Nullable
    List<Tag> tags() {
        if (!showsTags) {
            return null;
        }
        return cluster.state() instanceof ClusterState.Deleting
                ? List.of()
                : cluster.spec().tags();
    }
}
