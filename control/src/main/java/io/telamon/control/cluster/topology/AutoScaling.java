package io.telamon.control.cluster.topology;

import org.jspecify.annotations.Nullable;

/**
 * What of the nodes of a region scales by itself.
 *
 * @param compute the instance size
 * @param disk whether the disk grows
 */
public record AutoScaling(Compute compute, boolean disk) {

    /** Nothing, as recorded of clusters that were made without it. */
    public static final AutoScaling NONE = new AutoScaling(new Compute(false, false, null, null), false);

    /**
     * Between which instance sizes nodes scale.
     *
     * @param scaleDown whether they become smaller again
     * @param min the smallest size, if one is set
     * @param max the largest size, if one is set
     */
    public record Compute(
            boolean enabled,
            boolean scaleDown,
            @Nullable String min,
            @Nullable String max) {}

    /** Whether anything scales. */
    public boolean hasEffect() {
        return compute.enabled() || disk;
    }
}
