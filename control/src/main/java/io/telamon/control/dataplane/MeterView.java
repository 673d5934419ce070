package io.telamon.control.dataplane;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.model.ClusterId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was counted of a cluster since the server started. Times are in milliseconds. */
record MeterView(
        String clusterId,
        long connections,
        long connectionsOpened,
        long connectionsRefused,
        long authenticationFailures,
        Map<String, Long> operations,
        long bytesIn,
        long bytesOut,
        long throttledOperations,
        long throttledMillis,
        long readUnits,
        long writeUnits,
        long logicalBytes) {

    static MeterView of(ClusterId clusterId, MeterReading reading) {
        Map<String, Long> operations = new TreeMap<>();
        for (OperationKind kind : OperationKind.values()) {
            operations.put(
                    kind.name().toLowerCase(Locale.ROOT), reading.operations().getOrDefault(kind, 0L));
        }
        return new MeterView(
                clusterId.value(),
                reading.connections(),
                reading.connectionsOpened(),
                reading.connectionsRefused(),
                reading.authenticationFailures(),
                operations,
                reading.bytesIn(),
                reading.bytesOut(),
                reading.throttledOperations(),
                reading.throttled().toMillis(),
                reading.readUnits(),
                reading.writeUnits(),
                reading.logicalBytes());
    }

    /** Of a cluster to which nobody has connected yet. */
    static MeterView none(ClusterId clusterId) {
        Map<String, Long> operations = new TreeMap<>();
        for (OperationKind kind : OperationKind.values()) {
            operations.put(kind.name().toLowerCase(Locale.ROOT), 0L);
        }
        return new MeterView(clusterId.value(), 0, 0, 0, 0, operations, 0, 0, 0, 0, 0, 0, 0);
    }
}
