package io.telamon.control.dataplane;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.model.ClusterId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The metering of clusters that nobody can connect to. */
public final class Unmetered implements Metering {

    @Override
    public Optional<MeterReading> reading(ClusterId cluster) {
        return Optional.empty();
    }

    @Override
    public Map<ClusterId, MeterReading> readings() {
        return Map.of();
    }

    @Override
    public Set<ClusterId> unreachable() {
        return Set.of();
    }
}
