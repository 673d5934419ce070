package io.telamon.control.dataplane;

import java.time.Instant;
import java.util.Map;

/**
 * What was counted of a cluster in a stretch of time.
 *
 * @param beginsAt its beginning, not before the cluster's
 * @param seconds how long it is, or was until now, at least 1
 * @param values of counts what was added, of levels the highest; empty where nothing was counted
 */
public record MeteredStep(Instant beginsAt, long seconds, Map<Measure, Long> values) {

    /** Keeps a copy. */
    public MeteredStep {
        values = Map.copyOf(values);
    }

    /** What was counted of something, 0 where that is nothing. */
    public long value(Measure measure) {
        return values.getOrDefault(measure, 0L);
    }
}
