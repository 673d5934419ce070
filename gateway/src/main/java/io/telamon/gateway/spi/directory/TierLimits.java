package io.telamon.gateway.spi.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much one cluster may use.
 *
 * @param values the limits in force, each in the unit of its constant and at least 1; a limit that is left out is not in force
 */
public record TierLimits(Map<TierLimit, Long> values) {

    private static final TierLimits NONE = new TierLimits(Map.of());

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if a value is below 1
     */
    public TierLimits {
        var copy = new EnumMap<TierLimit, Long>(TierLimit.class);
        copy.putAll(values);
        copy.forEach(TierLimits::requirePositive);
        values = Collections.unmodifiableMap(copy);
    }

    private static void requirePositive(TierLimit limit, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("the limit " + limit + " is at least 1, not " + value);
        }
    }

    /** No limit at all. */
    public static TierLimits none() {
        return NONE;
    }

    /**
     * The same limits but for one.
     *
     * @param value at least 1, in the limit's unit
     * @throws IllegalArgumentException if the value is below 1
     */
    public TierLimits with(TierLimit limit, long value) {
        var changed = copy();
        changed.put(limit, value);
        return new TierLimits(changed);
    }

    /** The same limits but for one, which is not in force. */
    public TierLimits without(TierLimit limit) {
        var changed = copy();
        changed.remove(limit);
        return new TierLimits(changed);
    }

    private Map<TierLimit, Long> copy() {
        var copy = new EnumMap<TierLimit, Long>(TierLimit.class);
        copy.putAll(values);
        return copy;
    }

    /** The value of a limit in its unit, {@link Long#MAX_VALUE} if it is not in force. */
    public long of(TierLimit limit) {
        return values.getOrDefault(limit, Long.MAX_VALUE);
    }

    /** Whether a limit is in force. */
    public boolean has(TierLimit limit) {
        return values.containsKey(limit);
    }
}
