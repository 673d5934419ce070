package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class StoreTest extends EmbeddedTest {

    @Test
    void keepsEveryTypeAcrossARestart() throws Exception {
        assertOk(shell.insertBeside("c", List.of(Samples.everything())));
        assertOk(shell.run("{createIndexes: 'c', indexes: [{key: {b5: 1}, name: 'b5', unique: true}]}"));

        restart();

        assertThat(shell.all("c")).containsExactly(Samples.everything());
    }

    @Test
    void comparesTypesItDoesNotKnowForEquality() {
        BsonDocument sample = Samples.everything();
        assertOk(shell.insertBeside("c", List.of(sample)));

        for (String field : sample.keySet()) {
            BsonDocument query = new BsonDocument("find", new BsonString("c"))
                    .append("filter", new BsonDocument(field, new BsonDocument("$eq", sample.get(field))));
            if (!field.contains("REGULAR") && !field.contains("NaN")) {
                assertThat(Shell.documents(shell.run(query))).as(field).hasSize(1);
            }
        }
    }

    @Test
    void runsUnacknowledgedWritesAndSaysNothing() throws Exception {
        BsonDocument command = BsonDocument.parse("{insert: 'c', documents: [{_id: 1}]}");

        assertThat(shell.run("test", command, Message.MORE_TO_COME)).isEmpty();
        restart();

        assertThat(shell.all("c")).hasSize(1);
    }

    @Test
    void removesTheFileOfADroppedCluster() throws Exception {
        insert("c", "{_id: 1}");

        engine.drop(CLUSTER);

        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> shell.tryRun("{find: 'c'}")).isInstanceOf(EngineUnavailableException.class);
        assertThatThrownBy(() -> new Shell(engine, CLUSTER)).isInstanceOf(EngineUnavailableException.class);
        assertThat(files()).isEmpty();
        engine.drop(CLUSTER);
        engine.provision(CLUSTER);
        try (Shell again = new Shell(engine, CLUSTER)) {
            assertThat(again.all("c")).isEmpty();
        }
    }

    @Test
    void keepsClustersApartWhateverTheirNames() throws Exception {
        List<ClusterId> ids = Stream.of("../escape", "A", "a", "_41", "con/aux")
                .map(ClusterId::new)
                .toList();
        for (ClusterId id : ids) {
            engine.provision(id);
            engine.provision(id);
            try (Shell other = new Shell(engine, id)) {
                assertOk(other.run(new BsonDocument("insert", new BsonString("c"))
                        .append(
                                "documents",
                                new org.bson.BsonArray(List.of(new BsonDocument("id", new BsonString(id.value())))))));
                assertThat(other.all("c")).hasSize(1);
            }
        }
        assertThat(files()).hasSize(ids.size() + 1);
        assertThat(engine.collections(ids.getFirst())).containsExactly(new Namespace("test", "c"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".documents")).toList();
        }
    }

    @Test
    void opensFilesOnlyWhileTheyAreUsed() throws Exception {
        engine.close();
        engine = new EmbeddedEngine(EmbeddedSettings.in(folder).idle(Duration.ZERO));
        for (int i = 0; i < 100; i++) {
            engine.provision(new ClusterId("many" + i));
        }
        assertThat(engine.openFiles()).isZero();
        shell = new Shell(engine, CLUSTER);
        insert("c", "{_id: 1}");

        await().until(() -> engine.openFiles() == 0);

        assertThat(shell.all("c")).hasSize(1);
    }

    @Test
    void opensAFileAgainThatFailed() throws Exception {
        insert("c", "{_id: 1}");
        engine.close();
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[whole.length]);
        engine = new EmbeddedEngine(EmbeddedSettings.in(folder));
        shell = new Shell(engine, CLUSTER);
        assertThatThrownBy(() -> shell.tryRun("{find: 'c'}")).isInstanceOf(EngineUnavailableException.class);

        Files.write(file, whole);

        assertThat(shell.all("c")).hasSize(1);
    }

    @Test
    void losesNoUpdateOfManyAtOnce() throws Exception {
        insert("c", "{_id: 1, a: 0}");
        List<Callable<Integer>> work = new ArrayList<>();
        for (int worker = 0; worker < 16; worker++) {
            work.add(() -> {
                try (Shell own = new Shell(engine, CLUSTER)) {
                    for (int i = 0; i < 25; i++) {
                        assertOk(own.run(
                                "{update: 'c', updates: [{q: {_id: 1}, u: {$inc: {a: 1}, $push: {l: " + i + "}}}]}"));
                        BsonDocument seen = own.all("c").getFirst();
                        assertThat(seen.getArray("l"))
                                .hasSize(seen.getInt32("a").getValue());
                    }
                    return 25;
                }
            });
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(25);
            }
        }

        assertThat(shell.all("c").getFirst().getInt32("a")).isEqualTo(new BsonInt32(400));
    }
}
