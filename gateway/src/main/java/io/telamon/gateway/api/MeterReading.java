package io.telamon.gateway.api;

import java.time.Duration;
import java.util.Map;

/**
 * The counters of one cluster since this gateway began to count, and the state of its gauges.
 *
 * @param connections open connections
 * @param connectionsOpened connections ever let in
 * @param connectionsRefused connections turned away by the access list or the connection limit
 * @param authenticationFailures failed attempts to authenticate
 * @param operations commands run by the engine, by kind
 * @param bytesIn bytes received from clients
 * @param bytesOut bytes sent to clients
 * @param throttledOperations operations that had to wait for the rate limit
 * @param throttled how long they waited together
 * @param readUnits processing units of reads, each up to 4096 bytes of answer
 * @param writeUnits processing units of writes, each up to 1024 bytes of request
 * @param logicalBytes bytes of documents and indexes when last asked of the engine
 */
public record MeterReading(
        long connections,
        long connectionsOpened,
        long connectionsRefused,
        long authenticationFailures,
        Map<OperationKind, Long> operations,
        long bytesIn,
        long bytesOut,
        long throttledOperations,
        Duration throttled,
        long readUnits,
        long writeUnits,
        long logicalBytes) {

    /** Keeps a copy of the map. */
    public MeterReading {
        operations = Map.copyOf(operations);
    }
}
