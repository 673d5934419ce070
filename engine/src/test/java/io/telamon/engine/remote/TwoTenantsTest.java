package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two clusters whose messages go over one connection to a deployment that does not keep to the protocol. */
class TwoTenantsTest {

    private static final String GREETING = "{ok: 1.0, isWritablePrimary: true, logicalSessionTimeoutMinutes: 30}";
    private static final int ROUNDS = 20;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean misbehaves = new AtomicBoolean(true);

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    /** Answers whose database was asked, so that everybody can tell what is his. */
    private Optional<BsonDocument> owner(BsonDocument command) {
        asked.incrementAndGet();
        return Optional.of(BsonDocument.parse("{cursor: {firstBatch: [], id: {$numberLong: '0'}, ns: 'x'}, ok: 1.0}")
                .append("owner", new BsonString(command.getString("$db").getValue())));
    }

    private Deployment deployment(FakeDeployment.Sender sender, Duration longestAnswer) throws IOException {
        FakeDeployment fake = new FakeDeployment(GREETING, this::owner, (reply, out) -> {
            if (misbehaves.get()) {
                sender.send(reply, out);
            } else {
                out.write(reply.frame());
            }
        });
        open.add(fake);
        Deployment deployment = new Deployment(
                fake.address("?maxPoolSize=1&connectTimeoutMS=500"), new Budget(100_000_000), longestAnswer);
        open.add(deployment);
        return deployment;
    }

    private Tenant tenant(String prefix, Deployment deployment) {
        Tenant tenant = new Tenant(prefix, deployment);
        open.add(tenant);
        return tenant;
    }

    /** Asks; nothing if that fails, as it may. What comes is the tenant's own, and the reply to what it asked. */
    private static Optional<BsonDocument> ask(Tenant tenant, String prefix) throws IOException {
        try {
            BsonDocument answer = tenant.run("{find: 'things'}");
            assertThat(Wire.responseTo(tenant.replies().getFirst())).isEqualTo(tenant.number());
            assertThat(tenant.replies()).hasSize(1);
            if (Deployment.isOk(answer)) {
                assertThat(answer.getString("owner").getValue()).isEqualTo(prefix + "shop");
                return Optional.of(answer);
            }
            assertThat(answer.get("code")).as("the operation was too long").isEqualTo(new BsonInt32(50));
            return Optional.empty();
        } catch (EngineUnavailableException e) {
            assertThat(e.isDown()).isTrue();
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void receiveNothingOfEachOther(Misbehaviour misbehaviour) throws Exception {
        boolean slow = misbehaviour == Misbehaviour.TOO_LATE || misbehaviour == Misbehaviour.HALF_AND_SILENT;
        Deployment deployment = deployment(misbehaviour, slow ? Duration.ofMillis(100) : Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);
        Tenant other = tenant("b_", deployment);

        for (int i = 0; i < (slow ? 2 : ROUNDS); i++) {
            ask(one, "a_");
            ask(other, "b_");
            askItself(deployment);
        }
        assertThat(asked.get()).as("how often the deployment was asked").isPositive();

        misbehaves.set(false);
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(ask(one, "a_")).isPresent();
            assertThat(ask(other, "b_")).isPresent();
            assertThat(askItself(deployment)).isTrue();
        }
    }

    /** Runs a command of Telamon's own; false if that fails. */
    private static boolean askItself(Deployment deployment) {
        try {
            BsonDocument answer = deployment.run("own", BsonDocument.parse("{dbStats: 1}"));
            assertThat(answer.getString("owner").getValue()).isEqualTo("own");
            return true;
        } catch (EngineUnavailableException e) {
            return false;
        }
    }

    @Test
    void goOnAfterMessagesThatAskForNoReplyAndAreRepliedTo() throws Exception {
        Deployment deployment = deployment((reply, out) -> out.write(reply.frame()), Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);
        Tenant other = tenant("b_", deployment);

        for (int i = 0; i < ROUNDS; i++) {
            assertThat(one.run(Message.MORE_TO_COME, "{insert: 'things'}")).isEmpty();
            assertThat(ask(other, "b_")).isPresent();
            assertThat(ask(one, "a_")).isPresent();
        }
    }

    @Test
    void askForAReplyToEveryMessage() throws Exception {
        List<Integer> flags = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Deployment deployment = deployment(
                (reply, out) -> {
                    flags.add(reply.flags());
                    numbers.add(reply.request());
                    out.write(reply.frame());
                },
                Duration.ofMinutes(1));

        tenant("a_", deployment).run(Message.MORE_TO_COME | Message.EXHAUST_ALLOWED, "{insert: 'things'}");
        tenant("b_", deployment).run(Message.EXHAUST_ALLOWED, "{find: 'things'}");
        tenant("a_", deployment).run(0, "{listCollections: 1}");

        assertThat(flags).containsExactly(0, Message.EXHAUST_ALLOWED, 0);
        assertThat(numbers).as("no number twice on a connection").doesNotHaveDuplicates();
    }

    @Test
    void receiveNoReplyToAMessageOfTheSameNumber() throws Exception {
        byte[][] late = new byte[1][];
        Deployment deployment = deployment(
                (reply, out) -> {
                    if (late[0] == null) {
                        late[0] = reply.frame();
                        out.write(late[0]);
                    } else {
                        out.write(Misbehaviour.joined(late[0], reply.frame()));
                    }
                },
                Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);
        Tenant other = tenant("b_", deployment);

        assertThat(ask(one, "a_")).isPresent();
        assertThat(ask(other, "b_")).isEmpty();
        assertThat(other.number()).isEqualTo(one.number());
    }

    @ParameterizedTest
    @EnumSource(names = {"TWICE_AT_ONCE", "TWICE_A_LITTLE_LATER", "GARBAGE_BEHIND_IT"})
    void failForNothingThatCameBeforeTheyAsked(Misbehaviour misbehaviour) throws Exception {
        Deployment deployment = deployment(misbehaviour, Duration.ofMinutes(1));

        assertThat(ask(tenant("a_", deployment), "a_")).isPresent();
        Thread.sleep(200);
        assertThat(ask(tenant("b_", deployment), "b_")).isPresent();
    }

    @Test
    void receiveNothingThatWasMeantForOneWhoLeft() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        Deployment deployment = deployment(
                (reply, out) -> {
                    read.countDown();
                    left.await();
                    out.write(reply.frame());
                },
                Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);
        CompletableFuture<Throwable> end =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> one.run("{find: 'things'}")));
        read.await();

        one.close();
        left.countDown();

        assertThat(end.get()).isInstanceOf(IOException.class);
        assertThat(one.replies()).isEmpty();
        assertThat(ask(tenant("b_", deployment), "b_")).isPresent();
    }

    @Test
    void receiveAStreamThatOneAskedFor() throws Exception {
        Deployment deployment = deployment(
                (reply, out) -> {
                    out.write(streamed(reply, 101, reply.request(), Message.MORE_TO_COME));
                    out.write(streamed(reply, 102, 101, Message.MORE_TO_COME));
                    out.write(streamed(reply, 103, 102, 0));
                },
                Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);

        assertThat(one.run(Message.EXHAUST_ALLOWED, "{find: 'things'}")).hasSize(3);

        assertThat(one.replies().stream().map(Wire::responseTo)).containsExactly(one.number(), 101, 102);
        misbehaves.set(false);
        assertThat(ask(tenant("b_", deployment), "b_")).isPresent();
    }

    @Test
    void receiveNothingOfAStreamThatIsBroken() throws Exception {
        Deployment deployment = deployment(
                (reply, out) -> {
                    out.write(streamed(reply, 101, reply.request(), Message.MORE_TO_COME));
                    out.write(streamed(reply, 102, 77, 0));
                },
                Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> one.run(Message.EXHAUST_ALLOWED, "{find: 'things'}"))
                .withMessageContaining("a reply to request 77 in place of 101");

        assertThat(one.replies()).hasSize(1);
        misbehaves.set(false);
        assertThat(ask(tenant("b_", deployment), "b_")).isPresent();
    }

    private static byte[] streamed(FakeDeployment.Reply reply, int number, int responseTo, int flags) {
        return Wire.message(number, responseTo, flags, reply.body(), new byte[0]);
    }

    @Test
    void receiveRepliesWithTheChecksumTakenOff() throws Exception {
        Deployment deployment = deployment((reply, out) -> out.write(withChecksum(reply)), Duration.ofMinutes(1));
        Tenant one = tenant("a_", deployment);

        assertThat(ask(one, "a_")).isPresent();

        Bytes reply = one.replies().getFirst();
        assertThat(Wire.flags(reply)).isZero();
        assertThat(Wire.int32(reply.array(), reply.offset())).isEqualTo(reply.length());
    }

    private static byte[] withChecksum(FakeDeployment.Reply reply) {
        byte[] frame = Misbehaviour.joined(
                Misbehaviour.changed(reply, Wire.HEADER, _ -> Message.CHECKSUM_PRESENT), new byte[Integer.BYTES]);
        Wire.putInt32(frame, 0, frame.length);
        CRC32C checksum = new CRC32C();
        checksum.update(frame, 0, frame.length - Integer.BYTES);
        Wire.putInt32(frame, frame.length - Integer.BYTES, (int) checksum.getValue());
        return frame;
    }
}
