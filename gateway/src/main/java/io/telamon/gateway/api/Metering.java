package io.telamon.gateway.api;

import io.telamon.gateway.model.ClusterId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the gateway has counted. Implemented by the gateway; what keeps history reads it at its own pace. */
public interface Metering {

    /** The counters of one cluster, or nothing if nobody has connected to it yet. */
    Optional<MeterReading> reading(ClusterId cluster);

    /** The counters of every cluster that was connected to. */
    Map<ClusterId, MeterReading> readings();

    /** The clusters whose engine could not be reached by the last command that was to run there. */
    Set<ClusterId> unreachable();
}
