package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReplyMemoryTest {

    private static final int MB = 1 << 20;
    private static final String GREETING = "{ok: 1.0, isWritablePrimary: true}";

    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch free = new CountDownLatch(1);

    private final Executor threads = task -> Thread.ofVirtual().start(task);

    /** Answers with as many MB as it is asked for. */
    private Optional<BsonDocument> answer(BsonDocument command) {
        asked.countDown();
        int bytes = command.getInt32("comment").getValue() * MB;
        return Optional.of(new BsonDocument("ok", new BsonDouble(1)).append("a", new BsonBinary(new byte[bytes])));
    }

    private static BsonDocument run(Tenant tenant, int megabytes) {
        try {
            return tenant.run("{find: 'orders', comment: %d}".formatted(megabytes));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesMemoryToOtherClustersWhileOneDoesNotTakeItsReplies() throws Exception {
        try (FakeDeployment fake = new FakeDeployment(GREETING, this::answer);
                Deployment deployment = new Deployment(fake.address(""), new Budget(16 * MB));
                Tenant cluster = new Tenant("a_", deployment);
                Tenant same = cluster.another();
                Tenant other = new Tenant("b_", deployment)) {
            cluster.meanwhile(this::stall);
            CompletableFuture<BsonDocument> first = CompletableFuture.supplyAsync(() -> run(cluster, 9), threads);
            CompletableFuture.anyOf(first, CompletableFuture.runAsync(this::awaitTaken, threads))
                    .join();
            CompletableFuture<BsonDocument> second = CompletableFuture.supplyAsync(() -> run(same, 5), threads);
            asked.await();

            assertThat(run(other, 4)).containsKey("a");
            assertThat(second).isNotCompleted();
            free.countDown();
            assertThat(first).succeedsWithin(Duration.ofMinutes(1));
            assertThat(second).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private void awaitTaken() {
        await(taken);
    }

    private void stall() {
        taken.countDown();
        await(free);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
