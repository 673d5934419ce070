package io.telamon.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Replies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryableWriteSessionTest {

    private static final String ALONE = "{ok: 1.0, isWritablePrimary: true, logicalSessionTimeoutMinutes: 30}";
    private static final String REPLICA_SET =
            "{ok: 1.0, isWritablePrimary: true, setName: 'rs0', logicalSessionTimeoutMinutes: 30}";
    private static final String INSERT =
            "{insert: 'things', lsid: {id: {$binary: {base64: 'AAAAAAAAAAAAAAAAAAAAAA==', subType: '04'}}}}";

    private final List<BsonDocument> run = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Optional<BsonDocument> answer = Optional.of(BsonDocument.parse("{n: 1, ok: 1.0}"));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private RemoteCluster cluster(String greeting) throws IOException {
        FakeDeployment fake = new FakeDeployment(greeting, command -> {
            run.add(command);
            return Optional.of(answer.orElseThrow(() -> new IOException("enough")));
        });
        open.add(fake);
        Deployment deployment = new Deployment(fake.address(""), new Budget(0), Duration.ofMinutes(1));
        open.add(deployment);
        return RemoteCluster.alone(() -> deployment);
    }

    /** What a client is answered that sends a write under that number, with that request. */
    private static Bytes write(RemoteCluster cluster, int number, int requestId)
            throws EngineUnavailableException, IOException {
        return write(cluster, "things", number, requestId, "");
    }

    private static Bytes write(RemoteCluster cluster, String collection, int number, int requestId, String more)
            throws EngineUnavailableException, IOException {
        BsonDocument body = BsonDocument.parse(INSERT.replaceFirst("}$", more + "}"))
                .append("insert", new BsonString(collection))
                .append("txnNumber", new BsonInt64(number))
                .append("$db", new BsonString("shop"));
        byte[] documents = Wire.encode(BsonDocument.parse("{_id: 1}"));
        byte[] frame = Wire.message(requestId, 0, 0, body, Wire.sequence("documents", documents));
        Bytes whole = new Bytes(frame, 0, frame.length);
        Message message = new Message(
                whole,
                requestId,
                0,
                "insert",
                collection,
                "shop",
                Wire.bodyBytes(whole),
                List.of(new DocumentSequence("documents", new Bytes(documents, 0, documents.length))));
        List<Bytes> answers = new ArrayList<>();
        try (EngineSession session = cluster.open()) {
            session.run(message, new Received(answers));
        }
        return answers.getFirst();
    }

    private record Received(List<Bytes> answers) implements Replies {

        @Override
        public void message(Bytes frame) {
            byte[] copy = frame.copy();
            answers.add(new Bytes(copy, 0, copy.length));
        }

        @Override
        public void document(Bytes document) {
            message(new Bytes(Wire.message(0, 0, 0, Wire.decode(document), new byte[0]), 0, 21 + document.length()));
        }
    }

    @Test
    void runsAWriteThatComesAgainOnce() throws Exception {
        RemoteCluster cluster = cluster(ALONE);

        Bytes first = write(cluster, 7, 100);
        Bytes again = write(cluster, 7, 101);

        assertThat(run).hasSize(1);
        assertThat(run.getFirst()).doesNotContainKey("txnNumber").containsKey("lsid");
        assertThat(Wire.body(again)).isEqualTo(Wire.body(first));
        assertThat(Wire.responseTo(first)).isEqualTo(100);
        assertThat(Wire.responseTo(again)).isEqualTo(101);
    }

    @Test
    void runsTheNextOneAndRefusesTheOneBefore() throws Exception {
        RemoteCluster cluster = cluster(ALONE);

        write(cluster, 7, 100);
        write(cluster, 8, 101);
        Bytes late = write(cluster, 7, 102);

        assertThat(run).hasSize(2);
        assertThat(Wire.body(late).get("code")).isEqualTo(new BsonInt32(225));
    }

    @Test
    void givesNobodyTheAnswerToAnotherWriteOfTheSession() throws Exception {
        RemoteCluster cluster = cluster(ALONE);
        answer = Optional.of(BsonDocument.parse("{value: {secret: 1}, ok: 1.0}"));
        write(cluster, 7, 100);

        Bytes other = write(cluster, "orders", 7, 101, "");

        assertThat(Wire.body(other).get("code")).isEqualTo(new BsonInt32(2));
        assertThat(Wire.body(other)).doesNotContainKey("value");
        assertThat(run).hasSize(1);
    }

    @Test
    void runsAWriteAgainThatWasRefused() throws Exception {
        RemoteCluster cluster = cluster(ALONE);
        answer = Optional.of(BsonDocument.parse("{ok: 0.0, errmsg: 'not now', code: 1}"));
        write(cluster, 7, 100);

        answer = Optional.of(BsonDocument.parse("{n: 1, ok: 1.0}"));

        assertThat(Wire.body(write(cluster, 7, 101)).get("n")).isEqualTo(new BsonInt32(1));
        assertThat(run).hasSize(2);
    }

    @Test
    void doesNotRunAWriteAgainWhoseAnswerWasLost() throws Exception {
        RemoteCluster cluster = cluster(ALONE);
        answer = Optional.empty();

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(EngineUnavailableException.class)
                    .isThrownBy(() -> write(cluster, 7, 100))
                    .matches(EngineUnavailableException::mayHaveRun);
        }
        assertThat(run).hasSize(1);
    }

    @Test
    void refusesTransactionsBeforeAnythingIsDone() throws Exception {
        RemoteCluster cluster = cluster(ALONE);

        Bytes refused = write(cluster, "things", 7, 100, ", startTransaction: true, autocommit: false");

        assertThat(Wire.body(refused).get("code")).isEqualTo(new BsonInt32(115));
        assertThat(run).isEmpty();
    }

    @Test
    void leavesItToAReplicaSetToKnowWhatItHasRun() throws Exception {
        RemoteCluster cluster = cluster(REPLICA_SET);

        write(cluster, 7, 100);
        write(cluster, 7, 101);

        assertThat(run).hasSize(2);
        assertThat(run.getFirst()).containsKey("txnNumber");
    }
}
