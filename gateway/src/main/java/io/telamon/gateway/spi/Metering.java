package io.telamon.gateway.spi;

import java.util.Map;
import java.util.Optional;

/** What the gateway has counted. Implemented by the gateway; whoever keeps history reads it at its own pace. */
public interface Metering {

    /** The counters of one cluster, or nothing if nobody has connected to it yet. */
    Optional<MeterReading> reading(ClusterId cluster);

    /** The counters of every cluster that was connected to. */
    Map<ClusterId, MeterReading> readings();
}
