package io.telamon.server;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers write, the server and its engine are killed under them, and what was acknowledged is there. {@code telamon.test.kills} is how often. */
class StormTest {

    private static final int KILLS = Integer.getInteger("telamon.test.kills", 4);
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_A_KILL = 300;
    private static final Duration LONGEST_STORM = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void theEmbeddedEngineLosesNoAcknowledgedDocument() throws Exception {
        surviveKills(Map.of(), "embedded");
    }

    @Test
    void ferretDbLosesNoAcknowledgedDocument() throws Exception {
        String path = FerretDb.program().getParent() + File.pathSeparator + System.getenv("PATH");
        surviveKills(Map.of("PATH", path), "ferretdb");
    }

    private void surviveKills(Map<String, String> environment, String engine) throws Exception {
        String uri;
        try (ServerProcess server = start(environment, engine)) {
            ServerApi api = new ServerApi(server);
            TestCluster.letIn(api);
            uri = TestCluster.make(api, "first").uri();
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = start(environment, engine)) {
                writeUntilKilled(uri, server);
            }
            try (ServerProcess server = start(environment, engine);
                    MongoClient client = MongoClients.create(uri)) {
                verify(documents(client));
                killAll(server);
            }
        }
    }

    private void writeUntilKilled(String uri, ServerProcess server) throws InterruptedException {
        int wanted = acknowledged.size() + WRITES_BEFORE_A_KILL;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(uri, server));
            }
            try {
                awaitWrites(wanted, server);
            } finally {
                killAll(server);
            }
        }
    }

    private void awaitWrites(int wanted, ServerProcess server) {
        await().atMost(LONGEST_STORM)
                .pollInterval(Duration.ofMillis(5))
                .failFast(() -> !server.process().isAlive())
                .until(() -> acknowledged.size() >= wanted);
    }

    private void write(String uri, ServerProcess server) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> documents = documents(client).withWriteConcern(WriteConcern.W1.withJournal(true));
            while (server.process().isAlive()) {
                insertOne(documents);
            }
        }
    }

    private void insertOne(MongoCollection<Document> documents) {
        int id = next.incrementAndGet();
        try {
            documents.insertOne(new Document("_id", id).append("even", id % 2 == 0));
            acknowledged.add(id);
        } catch (MongoException e) {
            // what was not acknowledged may be there or not
        }
    }

    private void verify(MongoCollection<Document> documents) {
        Set<Integer> stored = new HashSet<>();
        documents.find().forEach(document -> stored.add(document.getInteger("_id")));
        assertThat(stored).containsAll(acknowledged);
        assertThat(documents.countDocuments(eq("even", true)))
                .as("found by another field, too")
                .isEqualTo(stored.stream().filter(id -> id % 2 == 0).count());
    }

    /** The server and, at the same time, the processes of its clusters. */
    private static void killAll(ServerProcess server) {
        List<ProcessHandle> engines = server.process().toHandle().children().toList();
        engines.forEach(ProcessHandle::destroyForcibly);
        server.kill();
        engines.forEach(engine -> engine.onExit().join());
    }

    private ServerProcess start(Map<String, String> environment, String engine)
            throws IOException, InterruptedException {
        return ServerProcess.start(environment, folder, "--pace=instant", "--cluster-ports=0", "--engine=" + engine);
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("shop").getCollection("storm");
    }
}
