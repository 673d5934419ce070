package io.telamon.gateway.spi;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one cluster may use.
 *
 * @param values the value of every limit
 */
public record Limits(Map<Limit, Long> values) {

    /** Keeps a copy; a limit left out is switched off. */
    public Limits {
        var complete = new EnumMap<Limit, Long>(Limit.class);
        for (Limit limit : Limit.values()) {
            complete.put(limit, Objects.requireNonNullElse(values.get(limit), 0L));
        }
        values = Collections.unmodifiableMap(complete);
    }

    /** The limits a cluster of that kind has if nothing else is said. */
    public static Limits of(ClusterKind kind) {
        var values = new EnumMap<Limit, Long>(Limit.class);
        for (Limit limit : Limit.values()) {
            values.put(limit, limit.ofKind(kind));
        }
        return new Limits(values);
    }

    /** The same limits but for one. */
    public Limits with(Limit limit, long value) {
        var changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** The value of a limit, {@link Long#MAX_VALUE} if it is switched off. */
    public long of(Limit limit) {
        long value = Objects.requireNonNull(values.get(limit));
        return value > 0 ? value : Long.MAX_VALUE;
    }

    /** Whether a limit is in force. */
    public boolean has(Limit limit) {
        return Objects.requireNonNull(values.get(limit)) > 0;
    }
}
