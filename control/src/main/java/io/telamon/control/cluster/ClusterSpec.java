package io.telamon.control.cluster;

import io.telamon.control.api.Patch;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.store.StoredAsJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clients set of a cluster.
 *
 * @param autoIndexing what the serverless API was told to do about indexes
 * @param continuousBackup whether continuous backup is on; only serverless instances have it
 * @param settings what the clusters API sets; flex clusters and serverless instances have none
 * @param topology how its nodes are arranged, as the clusters API shows it; flex clusters and serverless instances have none
 * @param runningTopology what runs where that is not {@code topology}, as auto-scaling decides about hardware
 */
@StoredAsJson
public record ClusterSpec(
        boolean autoIndexing,
        boolean continuousBackup,
        List<Tag> tags,
        boolean terminationProtection,
        @Nullable ClusterSettings settings,
        @Nullable Topology topology,
        @Nullable Topology runningTopology) {

    public ClusterSpec {
        tags = List.copyOf(tags);
    }

    /** What clients set of a flex cluster or serverless instance. */
    public ClusterSpec(boolean autoIndexing, boolean continuousBackup, List<Tag> tags, boolean terminationProtection) {
        this(autoIndexing, continuousBackup, tags, terminationProtection, null, null, null);
    }

    /** What runs: the topology that was asked for, or another where auto-scaling decides about hardware. */
    public Optional<Topology> running() {
        return Optional.ofNullable(runningTopology == null ? topology : runningTopology);
    }

    /** The same with other settings. */
    public ClusterSpec with(ClusterSettings others) {
        return new ClusterSpec(
                autoIndexing, continuousBackup, tags, terminationProtection, others, topology, runningTopology);
    }

    /** The same with the tags, labels and protection of another. */
    ClusterSpec describedAs(ClusterSpec other) {
        ClusterSettings labelled = settings == null || other.settings == null
                ? settings
                : Patch.applied(settings, new Labels(other.settings.labels()));
        return new ClusterSpec(
                autoIndexing,
                continuousBackup,
                other.tags,
                other.terminationProtection,
                labelled,
                topology,
                runningTopology);
    }

    private record Labels(List<ComponentLabel> labels) {}
}
