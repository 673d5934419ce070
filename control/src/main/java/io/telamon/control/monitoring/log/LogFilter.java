package io.telamon.control.monitoring.log;

import io.telamon.gateway.model.ClusterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of a log are looked for, the newest first.
 *
 * @param member whose log it is; nothing for those of all
 * @param from the first moment
 * @param to the moment after the last
 * @param address where the client of a login is
 * @param success whether a login let the user in
 * @param namespaces of slow queries; empty for all
 * @param most how many lines
 */
public record LogFilter(
        ClusterId clusterId,
        LogKind kind,
        Optional<Integer> member,
        Instant from,
        Instant to,
        Optional<String> address,
        Optional<Boolean> success,
        List<String> namespaces,
        long most) {

    /** All lines of a kind between two moments. */
    public LogFilter(ClusterId clusterId, LogKind kind, Optional<Integer> member, Instant from, Instant to, long most) {
        this(clusterId, kind, member, from, to, Optional.empty(), Optional.empty(), List.of(), most);
    }
}
