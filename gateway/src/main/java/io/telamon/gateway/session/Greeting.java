package io.telamon.gateway.session;

import io.telamon.gateway.cluster.Topology;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.ReplyWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNumber;

/**
 * Answers {@code hello} at once, or when something is new, or again and again as long as the client listens, as the client wishes (the
 * server monitoring specification calls the last one streaming).
 */
public final class Greeting {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Between two answers of a stream, lest anybody who may greet keeps a processor busy. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private final Hello hello;

    /** Tells what that says. */
    public Greeting(Hello hello) {
        this.hello = hello;
    }

    /**
     * The answer at once, for clients that greet in the old form.
     *
     * @throws IOException if the member that was reached is gone, so that the connection cannot go on
     */
    public BsonDocument answer(Message message, ClientSession session) throws IOException {
        if (!session.refreshMembers()) {
            throw new IOException("the member that was reached is gone");
        }
        return hello.answer(message, session);
    }

    /**
     * Sends all the answers that a greeting asks for. Returns when the client may speak again.
     *
     * @throws IOException if the connection cannot go on
     */
    public void answer(Message message, ClientSession session, ReplyWriter replies) throws IOException {
        Optional<BsonDocument> known = Fields.document(message.body(), "topologyVersion");
        if (known.isEmpty() || !(message.body().get("maxAwaitTimeMS") instanceof BsonNumber millis)) {
            replies.document(answer(message, session));
            return;
        }
        Duration atMost = Duration.ofMillis(Math.clamp(millis.longValue(), 0, LONGEST_WAIT.toMillis()));
        Topology topology = session.cluster().topology();
        await(topology, known.get(), atMost);
        Duration pause = atMost.compareTo(SHORTEST_PAUSE) > 0 ? atMost : SHORTEST_PAUSE;
        while (message.exhaustAllowed() && !topology.ended()) {
            BsonDocument told = topology.version();
            replies.streamed(answer(message, session));
            await(topology, told, pause);
        }
        replies.document(answer(message, session));
    }

    private static void await(Topology topology, BsonDocument known, Duration atMost) {
        try {
            topology.awaitOther(known, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
