package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

/** What a session does that is closed while it runs a command. */
class InterruptionTest extends EmbeddedTest {

    /** Reads nine million documents. */
    private static final String LONG =
            "{$lookup: {from: 'c', localField: 'a', foreignField: 'b', as: 'd'}}, {$unset: 'd'}";

    private static final Executor SOON = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    private void fill() {
        List<BsonDocument> documents = IntStream.range(0, 3000)
                .mapToObj(i -> new BsonDocument("a", new BsonInt32(i)))
                .toList();
        assertOk(shell.insertBeside("c", documents));
    }

    @Test
    void leavesWhatItReads() {
        fill();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(shell::close, SOON);

        BsonDocument reply = shell.run("{aggregate: 'c', pipeline: [" + LONG + "], cursor: {}}");

        closing.join();
        assertThat(reply.get("code")).isEqualTo(new BsonInt32(11601));
    }
}
