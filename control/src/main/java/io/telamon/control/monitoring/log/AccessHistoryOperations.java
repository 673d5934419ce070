package io.telamon.control.monitoring.log;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Query;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.module.ApiModule;
import io.telamon.control.monitoring.MonitoredProcess;
import io.telamon.control.monitoring.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** The operations that list who has authenticated to a cluster, or failed to. */
public final class AccessHistoryOperations implements ApiModule {

    private static final long MOST = 20_000;

    /** How far back the service remembers logins (manual of Atlas, "View Database Access History"). */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Processes processes;
    private final ClusterLogs logs;
    private final Clock clock;

    /** The operations over these processes and logs. */
    public AccessHistoryOperations(Processes processes, ClusterLogs logs, Clock clock) {
        this.processes = processes;
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupDbAccessHistoryCluster", this::ofCluster);
        api.serve("getGroupDbAccessHistoryProcess", this::ofProcess);
    }

    /** Logins, the newest first. */
    record HistoryView(List<LoginView> accessLogs) {}

    /**
     * A login.
     *
     * @param failureReason nothing if it has succeeded
     * @param hostname of the process that was connected to
     */
    record LoginView(
            boolean authResult,
            String authSource,
            @Nullable String failureReason,
            String groupId,
            String hostname,
            String ipAddress,
            String logLine,
            Instant timestamp,
            String username) {}

    private HistoryView ofCluster(Call<NoContent> call) {
        Cluster cluster = processes.cluster(call);
        return history(call, cluster, Optional.empty());
    }

    private HistoryView ofProcess(Call<NoContent> call) {
        MonitoredProcess process = processes.onHost(call, "hostname");
        return history(call, process.cluster(), Optional.of(process.member()));
    }

    private HistoryView history(Call<?> call, Cluster cluster, Optional<Integer> member) {
        Map<Integer, String> hosts = processes
                .of(cluster)
                .collect(Collectors.toMap(
                        MonitoredProcess::member, process -> process.address().name()));
        return new HistoryView(logs.find(filter(call, cluster, member)).stream()
                .map(entry -> view(entry, cluster, hosts.getOrDefault(entry.member(), "")))
                .toList());
    }

    private LogFilter filter(Call<?> call, Cluster cluster, Optional<Integer> member) {
        Query query = call.query();
        Instant now = clock.instant();
        Optional<Instant> start = query.number("start").map(Instant::ofEpochMilli);
        Optional<Instant> end = query.number("end").map(Instant::ofEpochMilli);
        if (start.isPresent() != end.isPresent()) {
            throw missing(start.isPresent() ? "end" : "start");
        }
        Instant from = start.orElse(now.minus(KEPT));
        Instant to = end.orElse(now.plusSeconds(1));
        ErrorCode.START_DATE_AFTER_END_DATE.refuseIf(from.isAfter(to));
        long most = query.number("nLogs").orElse(MOST);
        ErrorCode.INVALID_QUERY_PARAMETER.refuseIf(most > MOST, "nLogs");
        return new LogFilter(
                cluster.id(),
                LogKind.LOGIN,
                member,
                from,
                to,
                query.text("ipAddress").map(address -> address.toLowerCase(Locale.ROOT)),
                query.text("authResult").map(Boolean::parseBoolean),
                List.of(),
                most);
    }

    private static ApiException missing(String parameter) {
        return ErrorCode.MISSING_QUERY_PARAMETER.about(parameter);
    }

    private static LoginView view(LogEntry entry, Cluster cluster, String host) {
        BsonDocument attributes = BsonDocument.parse(entry.line()).getDocument("attr");
        BsonString reason = attributes.getString("error", new BsonString(""));
        return new LoginView(
                Boolean.TRUE.equals(entry.success()),
                attributes.getString("db").getValue(),
                reason.getValue().isEmpty() ? null : reason.getValue(),
                cluster.projectId().value(),
                host,
                entry.address() == null ? "" : entry.address(),
                entry.line(),
                entry.loggedAt(),
                attributes.getString("user").getValue());
    }
}
