package io.telamon.gateway.command;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.cluster.ObservedCommand;
import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.engine.Message;
import java.time.Duration;
import org.bson.BsonDocument;

/** Tells the log of a cluster of operations that took long. Others cost two counters. */
final class SlowOperations {

    /** What takes less never counts as slow. */
    static final long LEAST_NANOS = ServedCluster.LEAST_SLOW_NANOS;

    private SlowOperations() {}

    /**
     * Counts the operation that a connection has had run, and tells of it if it was slow.
     *
     * @param replyBytes the length of its replies
     */
    static void notice(Request request, int replyBytes) {
        ClientSession session = request.session();
        long took = session.operation().took();
        if (session.cluster().isSlow(took, session.operation().endedAt())) {
            Message message = request.message();
            session.happened(origin -> new Activity.SlowOperation(
                    origin,
                    session.application(),
                    request.principal().user().name() + "@"
                            + request.principal().user().database(),
                    ObservedCommand.namespace(message),
                    command(request),
                    new Activity.Outcome(
                            Duration.ofNanos(took),
                            replyBytes,
                            session.operation().returned())));
        }
    }

    private static BsonDocument command(Request request) {
        BsonDocument command = ObservedCommand.whole(request.message());
        return request.tenant().offers(TierFeature.REDACTED_LOGS) ? Redaction.of(command) : command;
    }
}
