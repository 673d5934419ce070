package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSessionTest {

    private static final String REPLICA_SET =
            "{ok: 1.0, isWritablePrimary: true, setName: 'rs0', logicalSessionTimeoutMinutes: 30}";
    private static final String ALONE = "{ok: 1.0, isWritablePrimary: true, logicalSessionTimeoutMinutes: 30}";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Received received = new Received();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private FakeDeployment fake(String greeting, FakeDeployment.Script script) throws IOException {
        return fake(greeting, script, (reply, out) -> out.write(reply.frame()));
    }

    private FakeDeployment fake(String greeting, FakeDeployment.Script script, FakeDeployment.Sender sender)
            throws IOException {
        FakeDeployment fake = new FakeDeployment(greeting, script, sender);
        open.add(fake);
        return fake;
    }

    private Deployment deployment(DeploymentAddress address, Duration longestAnswer) {
        Deployment deployment = new Deployment(address, new Budget(100_000_000), longestAnswer);
        open.add(deployment);
        return deployment;
    }

    private static EngineSession session(Deployment deployment) {
        return RemoteCluster.alone(() -> deployment).open();
    }

    private static Message message(String command) {
        BsonDocument body = BsonDocument.parse(command);
        byte[] frame = Wire.message(9, 0, 0, body.append("$db", new BsonString("shop")), new byte[0]);
        Bytes whole = new Bytes(frame, 0, frame.length);
        return new Message(whole, 9, 0, body.getFirstKey(), "things", "shop", Wire.bodyBytes(whole), List.of());
    }

    private static final class Received implements Replies {

        private final List<BsonDocument> documents = new ArrayList<>();

        @Override
        public void message(Bytes frame) {
            documents.add(Wire.body(frame));
        }

        @Override
        public void document(Bytes document) {
            documents.add(Wire.decode(document));
        }
    }

    @Test
    void handsOverRepliesOfEverySize() throws Exception {
        byte[] large = new byte[20_000_000];
        BsonDocument answer = new BsonDocument("value", new BsonBinary(large)).append("ok", new BsonDouble(1));
        Deployment deployment =
                deployment(fake(REPLICA_SET, _ -> Optional.of(answer)).address(""), LONG);

        for (int i = 0; i < 3; i++) {
            session(deployment).run(message("{find: 'things'}"), received);
        }

        assertThat(received.documents).containsExactly(answer, answer, answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{w: 2, j: true, wtimeout: 5} | {w: 'majority', j: true, wtimeout: 5}",
                "{w: 3.0} | {w: 'majority'}",
                "{w: {$numberLong: '2'}} | {w: 'majority'}",
                "{w: 1, j: true} | {w: 1, j: true}",
                "{w: 'majority'} | {w: 'majority'}",
                "{j: true} | {j: true}"
            },
            quoteCharacter = '"')
    void asksForTheMajorityInPlaceOfANumberOfMembers(String concern, String sent) throws Exception {
        List<BsonDocument> commands = new CopyOnWriteArrayList<>();
        FakeDeployment fake = fake(REPLICA_SET, command -> {
            commands.add(command);
            return Optional.of(BsonDocument.parse("{ok: 1.0}"));
        });

        session(deployment(fake.address(""), LONG))
                .run(message("{insert: 'things', documents: [{_id: 1}], writeConcern: " + concern + "}"), received);

        assertThat(commands.getLast().getDocument("writeConcern")).isEqualTo(BsonDocument.parse(sent));
        assertThat(commands.getLast().getArray("documents")).hasSize(1);
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        FakeDeployment fake = fake(REPLICA_SET, _ -> Optional.of(BsonDocument.parse("{ok: 1.0}")));
        Deployment deployment = deployment(fake.address(""), LONG);

        session(deployment).run(message("{find: 'things'}"), received);
        session(deployment).run(message("{find: 'things'}"), received);

        assertThat(fake.connections()).isEqualTo(1);
    }

    @Test
    void lendsNobodyAConnectionThatASessionHasClosed() throws Exception {
        FakeDeployment fake = fake(REPLICA_SET, _ -> Optional.of(BsonDocument.parse("{ok: 1.0}")));
        Deployment deployment = deployment(fake.address(""), LONG);
        EngineSession killed = session(deployment);
        Replies tooLate = new Replies() {
            @Override
            public void message(Bytes frame) {
                killed.close();
            }

            @Override
            public void document(Bytes document) {
                killed.close();
            }
        };

        killed.run(message("{find: 'things'}"), tooLate);
        session(deployment).run(message("{find: 'things'}"), received);

        assertThat(received.documents).hasSize(1);
    }

    @Test
    void tellsTheClientWhenAnOperationTakesTooLongAndDoesNotBlameTheDeployment() throws Exception {
        FakeDeployment fake = fake(
                REPLICA_SET,
                command ->
                        command.containsKey("slow") ? Optional.empty() : Optional.of(BsonDocument.parse("{ok: 1.0}")));
        Deployment deployment = deployment(fake.address(""), Duration.ofMillis(50));

        session(deployment).run(message("{slow: 1}"), received);
        session(deployment).run(message("{find: 'things'}"), received);

        assertThat(received.documents.getFirst().get("code")).isEqualTo(new BsonInt32(50));
        assertThat(received.documents.getLast()).isEqualTo(BsonDocument.parse("{ok: 1.0}"));
    }

    @Test
    void doesNotBlameTheDeploymentForASessionThatIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        FakeDeployment fake = fake(REPLICA_SET, _ -> {
            asked.countDown();
            return Optional.empty();
        });
        EngineSession session = session(deployment(fake.address(""), LONG));
        CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> session.run(message("{find: 'things'}"), received)));

        asked.await();
        session.close();

        assertThat(end.get()).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    @Test
    void saysThatAWriteMayHaveBeenDoneWhereItCouldBeDoneTwice() throws Exception {
        Deployment forgetful = deployment(fake(ALONE, _ -> hangUp()).address(""), LONG);
        Deployment mindful = deployment(fake(REPLICA_SET, _ -> hangUp()).address(""), LONG);

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> session(forgetful).run(message("{insert: 'things'}"), received))
                .matches(EngineUnavailableException::mayHaveRun)
                .matches(EngineUnavailableException::isDown);
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> session(mindful).run(message("{insert: 'things'}"), received))
                .matches(failure -> !failure.mayHaveRun())
                .matches(EngineUnavailableException::isDown);
    }

    @Test
    void givesBackTheMemoryForRepliesThatAreBroken() throws Exception {
        BsonDocument answer =
                new BsonDocument("value", new BsonBinary(new byte[1_500_000])).append("ok", new BsonDouble(1));
        AtomicBoolean breaks = new AtomicBoolean(true);
        FakeDeployment fake = fake(REPLICA_SET, _ -> Optional.of(answer), (reply, out) -> {
            out.write(reply.frame(), 0, breaks.get() ? 700_000 : reply.frame().length);
            if (breaks.get()) {
                throw new IOException("enough");
            }
        });
        Deployment deployment = new Deployment(fake.address(""), new Budget(2_000_000), LONG);
        open.add(deployment);

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(EngineUnavailableException.class)
                    .isThrownBy(() -> session(deployment).run(message("{find: 'things'}"), received))
                    .withMessageContaining("the stream ends");
        }
        breaks.set(false);
        session(deployment).run(message("{find: 'things'}"), received);

        assertThat(received.documents).containsExactly(answer);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TWICE_AT_ONCE", "TWICE_A_LITTLE_LATER", "GARBAGE_BEHIND_IT"})
    void takesNoGreetingThatIsNoReplyToIt(Misbehaviour misbehaviour) throws Exception {
        FakeDeployment fake = fake("{}", _ -> Optional.of(BsonDocument.parse(REPLICA_SET)), misbehaviour);
        Deployment deployment = deployment(fake.address("?connectTimeoutMS=100"), LONG);

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> session(deployment).run(message("{find: 'things'}"), received))
                .matches(EngineUnavailableException::isDown)
                .matches(failure -> !failure.mayHaveRun());
        assertThat(received.documents).isEmpty();
    }

    @Test
    void takesNoLoginWhoseRepliesAreNone() throws Exception {
        for (String answer : List.of("{ok: 1.0}", "{ok: 1.0, payload: 'text'}", "{ok: 'yes'}", "{}")) {
            FakeDeployment fake = fake(REPLICA_SET, _ -> Optional.of(BsonDocument.parse(answer)));
            Deployment deployment = deployment(fake.address("user:password@", ""), LONG);

            assertThatExceptionOfType(EngineUnavailableException.class)
                    .isThrownBy(() -> session(deployment).run(message("{find: 'things'}"), received))
                    .matches(EngineUnavailableException::isDown)
                    .matches(failure -> !failure.mayHaveRun());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ok: 0.0, errmsg: 'No space left on device', code: 14031, codeName: 'OutOfDiskSpace'}",
                "{ok: 0.0, errmsg: 'database or disk is full (13)', code: 1, codeName: 'InternalError'}",
                "{n: 0, writeErrors: [{index: 0, code: 14031, errmsg: 'No space left on device'}], ok: 1.0}"
            })
    void passesOnThatTheDeploymentsDiskIsFull(String error) throws Exception {
        for (String greeting : List.of(REPLICA_SET, ALONE)) {
            FakeDeployment fake = fake(greeting, _ -> Optional.of(BsonDocument.parse(error)));
            Deployment deployment = deployment(fake.address(""), LONG);

            session(deployment).run(message("{insert: 'things'}"), received);
            session(deployment).run(message("{insert: 'things'}"), received);

            assertThat(received.documents).containsOnly(BsonDocument.parse(error));
            assertThat(fake.connections()).isEqualTo(1);
        }
    }

    private static Optional<BsonDocument> hangUp() throws IOException {
        throw new IOException("enough");
    }

    @Test
    void givesUpOnADeploymentThatDoesNotGreet() throws Exception {
        FakeDeployment fake = fake("{}", _ -> Optional.empty());
        Deployment deployment = deployment(fake.address("?connectTimeoutMS=100"), LONG);

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> session(deployment).run(message("{find: 'things'}"), received))
                .matches(EngineUnavailableException::isDown)
                .matches(failure -> !failure.mayHaveRun());
    }

    @Test
    void opensNoMoreConnectionsThanItMay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        FakeDeployment fake = fake(REPLICA_SET, _ -> {
            asked.countDown();
            return Optional.empty();
        });
        Deployment deployment = deployment(fake.address("?maxPoolSize=1&connectTimeoutMS=100"), LONG);
        EngineSession first = session(deployment);
        CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> first.run(message("{find: 'things'}"), received)));
        asked.await();

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> session(deployment).run(message("{find: 'things'}"), received))
                .matches(failure -> !failure.isDown());

        first.close();
        end.get();
    }
}
