package io.telamon.control.cluster.dedicated;

import io.telamon.control.cluster.topology.AutoScaling;
import org.jspecify.annotations.Nullable;

/** What of the nodes of a region scales by itself. */
record AutoScalingView(Compute compute, Disk diskGB) {

    /** The instance size; the bounds are shown only if they are set, as recorded. */
    record Compute(
            boolean enabled,
            @Nullable String maxInstanceSize,
            @Nullable String minInstanceSize,
            boolean scaleDownEnabled) {}

    /** The disk. */
    record Disk(boolean enabled) {}

    static AutoScalingView of(AutoScaling scaling) {
        AutoScaling.Compute compute = scaling.compute();
        return new AutoScalingView(
                new Compute(compute.enabled(), compute.max(), compute.min(), compute.scaleDown()),
                new Disk(scaling.disk()));
    }
}
