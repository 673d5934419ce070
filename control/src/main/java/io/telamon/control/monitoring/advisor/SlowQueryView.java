package io.telamon.control.monitoring.advisor;

import io.telamon.control.api.Call;
import io.telamon.control.monitoring.MonitoredProcess;
import org.jspecify.annotations.Nullable;

/**
 * A slow operation.
 *
 * @param metrics if they are asked for
 * @param opType {@code read}, {@code write} or {@code command}, if that is asked for
 * @param replicaState of the member, if that is asked for
 */
record SlowQueryView(
        String line,
        @Nullable MetricsView metrics,
        String namespace,
        @Nullable String opType,
        @Nullable String replicaState) {

    /**
     * What was measured of it.
     *
     * @param docsReturned if that is known
     * @param operationExecutionTime in milliseconds
     * @param responseLength in bytes
     */
    record MetricsView(
            @Nullable Long docsReturned, boolean fromUserConnection, long operationExecutionTime, long responseLength) {

        static MetricsView of(SlowQuery query) {
            return new MetricsView(
                    query.returned().isPresent() ? query.returned().getAsLong() : null,
                    true,
                    query.millis(),
                    query.replyBytes());
        }
    }

    static SlowQueryView of(SlowQuery query, MonitoredProcess process, Call<?> call) {
        return new SlowQueryView(
                query.entry().line(),
                call.query().flag("includeMetrics", false) ? MetricsView.of(query) : null,
                query.namespace(),
                call.query().flag("includeOpType", false) ? query.operationType() : null,
                call.query().flag("includeReplicaState", false)
                        ? (process.isPrimary() ? "PRIMARY" : "SECONDARY")
                        : null);
    }
}
