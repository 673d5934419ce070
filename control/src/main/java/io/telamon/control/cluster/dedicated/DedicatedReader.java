package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.AutoScalingMode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterDraft;
import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.ClusterSpec;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TagRules;
import io.telamon.control.cluster.rule.ClusterRules;
import io.telamon.control.cluster.rule.PauseRules;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.gateway.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of dedicated clusters, and refuses what those cannot be. */
final class DedicatedReader {

    private final TopologyReader topologies;
    private final ClusterRules rules;

    /** One that makes the ids of zones and shards by {@code ids}. */
    DedicatedReader(Regions regions, InstanceSizes sizes, Supplier<String> ids) {
        this.topologies = new TopologyReader(regions, sizes, ids);
        this.rules = new ClusterRules(sizes);
    }

    /**
     * The cluster that is to be made.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_CREATE_PAUSED_CLUSTER}, those of {@link TopologyReader},
     *     {@link SettingsReader} and {@link ClusterRules}
     */
    ClusterDraft draft(ProjectId project, ClusterRequest asked, AutoScalingMode mode) {
        ErrorCode.CANNOT_CREATE_PAUSED_CLUSTER.refuseIf(Boolean.TRUE.equals(asked.paused()), asked.requiredName());
        Topology topology = topologies.ofNew(asked);
        ClusterSettings settings = SettingsReader.ofNew(asked, topology.type(), mode);
        rules.check(project, Optional.empty(), topology, settings);
        RegionNodes primary = topology.primary().orElseThrow();
        return new ClusterDraft(
                asked.requiredName(),
                Cluster.Kind.DEDICATED,
                false,
                primary.provider(),
                primary.region(),
                new ClusterSpec(
                        true,
                        false,
                        TagRules.forCreate(Objects.requireNonNullElse(asked.tags(), List.of())),
                        Boolean.TRUE.equals(asked.terminationProtectionEnabled()),
                        settings,
                        topology,
                        null));
    }

    /**
     * What a client changes.
     *
     * @param mode how the cluster scales from then on, if the change says so
     * @param asSet whether the client means the hardware that it has set, and leaves what runs to auto-scaling
     */
    record Change(ClusterRequest asked, @Nullable AutoScalingMode mode, boolean asSet) {}

    /**
     * What a cluster is to be after a change.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CLUSTER_CANNOT_CHANGE_NAME}, those of {@link TopologyReader},
     *     {@link SettingsReader}, {@link ClusterRules} and {@link PauseRules}
     */
    ClusterSpec changed(Cluster before, Change change, Instant now) {
        ClusterRequest asked = change.asked();
        String name = asked.name();
        ErrorCode.CLUSTER_CANNOT_CHANGE_NAME.refuseIf(name != null && !name.equals(before.name()));
        ClusterSpec spec = before.spec();
        Topology running = spec.running().orElseThrow();
        Topology was = change.asSet() ? Objects.requireNonNull(spec.topology()) : running;
        Topology topology = topologies.ofChanged(asked, was);
        ClusterSettings settings = SettingsReader.ofChanged(
                asked, Objects.requireNonNull(spec.settings()), topology.type(), change.mode());
        Topology unchanged = topology.equals(was) ? spec.topology() : topology;
        ClusterSpec after = new ClusterSpec(
                spec.autoIndexing(),
                spec.continuousBackup(),
                Objects.requireNonNullElse(TagRules.forUpdate(asked.tags()), spec.tags()),
                Objects.requireNonNullElse(asked.terminationProtectionEnabled(), spec.terminationProtection()),
                settings,
                unchanged,
                running(change, was, topology, spec));
        rules.check(before.projectId(), Optional.of(was), topology, settings);
        return PauseRules.checked(before, after, now);
    }

    /** What runs after a change, where that is not what is set: the hardware that ran before, as auto-scaling decides about it. */
    private static @Nullable Topology running(Change change, Topology was, Topology topology, ClusterSpec spec) {
        if (topology.equals(was)) {
            return spec.runningTopology();
        }
        if (!change.asSet() || !topology.scales()) {
            return null;
        }
        Topology runs = topology.onHardwareOf(spec.running().orElseThrow());
        return runs.equals(topology) ? null : runs;
    }
}
