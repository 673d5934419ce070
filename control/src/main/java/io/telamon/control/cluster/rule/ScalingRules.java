package io.telamon.control.cluster.rule;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.topology.AutoScaling;
import io.telamon.control.cluster.topology.InstanceSize;
import io.telamon.control.cluster.topology.NodeSpec;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.cluster.topology.RegionNodes;
import io.telamon.control.cluster.topology.Topology;
import org.jspecify.annotations.Nullable;

/** Between which sizes nodes may scale. */
final class ScalingRules {

    private final InstanceSizes sizes;

    ScalingRules(InstanceSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * Checks all regions.
     *
     * @throws io.telamon.control.api.ApiException the code of the first rule that is broken: a bound that is missing, is no size, or is on
     *     the wrong side of the other or of the size that nodes have
     */
    void check(Topology topology) {
        topology.regions().forEach(this::check);
    }

    private void check(RegionNodes nodes) {
        check(nodes.provider(), nodes.autoScaling(), nodes.electable());
        AutoScaling ofAnalytics = nodes.analyticsScaling();
        if (ofAnalytics != null) {
            check(nodes.provider(), ofAnalytics, nodes.analytics());
        }
    }

    private void check(Provider provider, AutoScaling scaling, NodeSpec spec) {
        AutoScaling.Compute compute = scaling.compute();
        InstanceSize min = size(provider, compute.min());
        InstanceSize max = size(provider, compute.max());
        ErrorCode.COMPUTE_AUTO_SCALING_SCALE_DOWN_ENABLED_INVALID.refuseIf(compute.scaleDown() && !compute.enabled());
        if (!compute.enabled()) {
            return;
        }
        ErrorCode.COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED.refuseIf(max == null);
        ErrorCode.COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_REQUIRED.refuseIf(compute.scaleDown() && min == null);
        InstanceSize size = sizes.get(provider, spec.instanceSize());
        if (min != null && max != null) {
            ErrorCode.COMPUTE_AUTO_SCALING_INSTANCE_SIZE_RANGE_INVALID.refuseIf(
                    min.ramGb() >= max.ramGb(), min.name(), max.name());
        }
        if (max != null) {
            ErrorCode.COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_INVALID.refuseIf(
                    max.ramGb() < size.ramGb(), max.name(), size.name());
        }
        if (min != null) {
            ErrorCode.COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_INVALID.refuseIf(
                    min.ramGb() > size.ramGb(), min.name(), size.name());
        }
    }

    private @Nullable InstanceSize size(Provider provider, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return sizes.find(provider, name).orElseThrow(() -> ErrorCode.INVALID_ENUM_VALUE.about(name));
    }
}
