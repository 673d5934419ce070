package io.telamon.control.monitoring.advisor;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.monitoring.log.ClusterLogs;
import io.telamon.control.monitoring.log.LogFilter;
import io.telamon.control.monitoring.log.LogKind;
import java.util.List;
import java.util.Optional;

/** Finds slow operations in the logs. */
final class SlowQueries {

    private static final long MOST = 20_000;

    private final ClusterLogs logs;

    SlowQueries(ClusterLogs logs) {
        this.logs = logs;
    }

    /**
     * Those that the query of a call asks for, the newest first: by {@code namespaces} and {@code nLogs}.
     *
     * @param member of one member, or of all
     */
    List<SlowQuery> find(Call<?> call, Cluster cluster, Optional<Integer> member, TimeRange range) {
        long most = call.query().number("nLogs").orElse(MOST);
        ErrorCode.INVALID_QUERY_PARAMETER.refuseIf(most > MOST, "nLogs");
        LogFilter filter = new LogFilter(
                cluster.id(),
                LogKind.SLOW_QUERY,
                member,
                range.from(),
                range.to(),
                Optional.empty(),
                Optional.empty(),
                call.query().texts("namespaces"),
                most);
        return logs.find(filter).stream().map(SlowQuery::of).toList();
    }
}
