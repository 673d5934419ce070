package io.telamon.gateway.spi.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one cluster may use.
 *
 * @param values the value of every limit
 */
public record TierLimits(Map<TierLimit, Long> values) {

    /** Keeps a copy; a limit left out is switched off. */
    public TierLimits {
        var complete = new EnumMap<TierLimit, Long>(TierLimit.class);
        for (TierLimit limit : TierLimit.values()) {
            complete.put(limit, Objects.requireNonNullElse(values.get(limit), 0L));
        }
        values = Collections.unmodifiableMap(complete);
    }

    /** The limits a cluster of that kind has if nothing else is said. */
    public static TierLimits of(ClusterKind kind) {
        var values = new EnumMap<TierLimit, Long>(TierLimit.class);
        for (TierLimit limit : TierLimit.values()) {
            values.put(limit, limit.ofKind(kind));
        }
        return new TierLimits(values);
    }

    /** The same limits but for one. */
    public TierLimits with(TierLimit limit, long value) {
        var changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new TierLimits(changed);
    }

    /** The value of a limit, {@link Long#MAX_VALUE} if it is switched off. */
    public long of(TierLimit limit) {
        long value = Objects.requireNonNull(values.get(limit));
        return value > 0 ? value : Long.MAX_VALUE;
    }

    /** Whether a limit is in force. */
    public boolean has(TierLimit limit) {
        return Objects.requireNonNull(values.get(limit)) > 0;
    }
}
