package io.telamon.control.cluster.rule;

import io.telamon.control.cluster.ClusterSettings;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.gateway.model.ProjectId;
import java.util.Optional;

/** The rules of dedicated clusters, in the order in which they are looked at. */
public final class ClusterRules {

    private final DiskRules disks;
    private final ScalingRules scaling;
    private final SettingsRules settingsRules;

    /** The rules, with the hardware of those sizes. */
    public ClusterRules(InstanceSizes sizes) {
        this.disks = new DiskRules(sizes);
        this.scaling = new ScalingRules(sizes);
        this.settingsRules = new SettingsRules(sizes);
    }

    /**
     * Checks what a cluster is to be.
     *
     * @param before its topology now, if it is there
     * @throws io.telamon.control.api.ApiException the code of the first rule that is broken
     */
    public void check(ProjectId project, Optional<Topology> before, Topology topology, ClusterSettings settings) {
        TypeRules.check(before, topology);
        NodeRules.check(topology);
        scaling.check(topology);
        disks.check(topology);
        settingsRules.check(project, settings, topology);
    }
}
