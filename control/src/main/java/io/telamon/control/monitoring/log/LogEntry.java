package io.telamon.control.monitoring.log;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.model.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cluster's log.
 *
 * @param id unique, and later than those of the node before it
 * @param member the position of the member whose log it is in
 * @param line as it stands in the log
 * @param address where the client of a login is
 * @param success whether a login let the user in
 * @param namespace of a slow query
 */
public record LogEntry(
        ClusterId clusterId,
        String id,
        Instant loggedAt,
        int member,
        LogKind kind,
        String line,
        @Nullable String address,
        @Nullable Boolean success,
        @Nullable String namespace) {

    static LogEntry of(String id, ClusterId clusterId, Activity activity) {
        return switch (activity) {
            case Activity.Authenticated login ->
                of(id, clusterId, activity, LogKind.LOGIN)
                        .about(LogLine.host(login.origin()), login.failure().isEmpty(), null);
            case Activity.SlowOperation slow ->
                of(id, clusterId, activity, LogKind.SLOW_QUERY).about(null, null, slow.namespace());
            case Activity.ConnectionAccepted _, Activity.ConnectionEnded _, Activity.ClientIntroduced _ ->
                of(id, clusterId, activity, LogKind.CONNECTION);
        };
    }

    private static LogEntry of(String id, ClusterId clusterId, Activity activity, LogKind kind) {
        Activity.Origin origin = activity.origin();
        return new LogEntry(clusterId, id, origin.at(), origin.member(), kind, LogLine.of(activity), null, null, null);
    }

    private LogEntry about(@Nullable String client, @Nullable Boolean letIn, @Nullable String searched) {
        return new LogEntry(clusterId, id, loggedAt, member, kind, line, client, letIn, searched);
    }
}
