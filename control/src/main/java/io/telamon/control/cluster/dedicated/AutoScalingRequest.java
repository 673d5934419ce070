package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.ReadOnly;
import org.jspecify.annotations.Nullable;

/** What of the nodes of a region a client wants to scale by itself. */
record AutoScalingRequest(
        @Nullable Compute compute, @Nullable Disk diskGB) {

    /** The instance size. */
    @ReadOnly("predictiveEnabled")
    record Compute(
            @Nullable Boolean enabled,
            @Nullable String maxInstanceSize,
            @Nullable String minInstanceSize,
            @Nullable Boolean scaleDownEnabled) {}

    /** The disk. */
    record Disk(@Nullable Boolean enabled) {}

    /** Whether anything is to scale. */
    boolean isOn() {
        return (compute != null && Boolean.TRUE.equals(compute.enabled()))
                || (diskGB != null && Boolean.TRUE.equals(diskGB.enabled()));
    }
}
