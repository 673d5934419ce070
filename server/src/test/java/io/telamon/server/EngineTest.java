package io.telamon.server;

import static io.telamon.server.TestCluster.letIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents in other engines than the embedded one: deployments, and a process for each cluster. */
class EngineTest {

    @TempDir
    private Path folder;

    @Test
    void clustersArePlacedInTheClosestDeploymentThatHasRoom() throws Exception {
        // one that tells how much its databases take
        try (TestDeployment rest = new TestDeployment();
                ServerProcess east = ServerProcess.start(
                        folder.resolve("east"), "--pace=instant", "--cluster-ports=0", "--engine=embedded")) {
            ServerApi eastApi = new ServerApi(east);
            letIn(eastApi);
            String eastern = TestCluster.make(eastApi, "below").uri();
            String other = rest.uri();
            String[] options = {
                "--pace=instant", "--cluster-ports=0", "--engine=AWS/US_EAST_1=" + eastern + "#1MB AWS=" + other
            };
            TestCluster first;
            try (ServerProcess server = ServerProcess.start(folder.resolve("data"), options)) {
                first = fillAndOverflow(new ServerApi(server), eastern, other);
            }
            // they stay where they are
            try (ServerProcess server = ServerProcess.start(folder.resolve("data"), options)) {
                insert(first, 1);
                new ServerApi(server).call("DELETE", "/flexClusters/second", "");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> namesAt(other).isEmpty());
                assertThat(namesAt(eastern)).containsExactly(first.id() + "_shop");
            }
            // and do not seem empty where their deployment is not named any more
            try (ServerProcess server = ServerProcess.start(
                    folder.resolve("data"), "--pace=instant", "--cluster-ports=0", "--engine=AWS=" + other)) {
                assertThat(server.process().isAlive()).isTrue();
                assertThatThrownBy(() -> insert(first, 1)).isInstanceOf(MongoException.class);
                assertThat(namesAt(other)).isEmpty();
            }
        }
    }

    /** Makes a cluster in one deployment until that is full, another one elsewhere, and fails to make one where there is none. */
    private static TestCluster fillAndOverflow(ServerApi api, String eastern, String other) throws Exception {
        letIn(api);
        TestCluster first = TestCluster.make(api, "first");
        insert(first, 2_000_000);
        assertThat(namesAt(eastern)).containsExactly(first.id() + "_shop");
        TestCluster second = TestCluster.make(api, "second");
        insert(second, 1);
        assertThat(namesAt(other)).containsExactly(second.id() + "_shop");

        String elsewhere = TestCluster.draft("third").replace("AWS", "GCP").replace("US_EAST_1", "CENTRAL_US");
        HttpResponse<String> refused = api.send("POST", "/flexClusters", elsewhere);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("OUT_OF_CAPACITY", "CENTRAL_US");
        assertThat(api.send("GET", "/flexClusters/third", "").statusCode()).isEqualTo(404);
        return first;
    }

    private static void insert(TestCluster cluster, int length) {
        try (MongoClient client = MongoClients.create(cluster.uri())) {
            client.getDatabase("shop").getCollection("things").insertOne(new Document("text", "x".repeat(length)));
        }
    }

    private static List<String> namesAt(String deployment) {
        try (MongoClient client = MongoClients.create(deployment)) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }

    /** Telamon itself is one. */
    @Test
    void aDeploymentMayAskForAPassword() throws Exception {
        try (ServerProcess below = ServerProcess.start(
                folder.resolve("below"), "--pace=instant", "--cluster-ports=0", "--engine=embedded")) {
            ServerApi belowApi = new ServerApi(below);
            letIn(belowApi);
            String uri = TestCluster.make(belowApi, "below").uri();
            try (ServerProcess above = ServerProcess.start(
                    folder.resolve("above"), "--pace=instant", "--cluster-ports=0", "--engine=" + uri)) {
                ServerApi api = new ServerApi(above);
                letIn(api);
                TestCluster cluster = TestCluster.make(api, "above");
                try (MongoClient client = MongoClients.create(cluster.uri());
                        MongoClient direct = MongoClients.create(uri)) {
                    client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
                    assertThat(client.listDatabaseNames()).containsExactly("shop");
                    assertThat(direct.listDatabaseNames()).containsExactly(cluster.id() + "_shop");
                }
            }
            try (ServerProcess older = ServerProcess.start(
                    folder.resolve("older"), "--pace=instant", "--engine=" + uri + "&authMechanism=SCRAM-SHA-1")) {
                TestCluster.make(new ServerApi(older), "older");
            }
            try (ServerProcess refused = ServerProcess.start(
                    folder.resolve("refused"),
                    "--pace=instant",
                    "--engine=" + uri.replace(TestCluster.PASSWORD, "wrong-password"))) {
                ServerApi api = new ServerApi(refused);
                assertThat(api.send("POST", "/flexClusters", TestCluster.draft("one"))
                                .statusCode())
                        .isEqualTo(500);
                assertThat(api.send("GET", "/flexClusters/one", "").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aProcessThatDiesIsStartedAgainWithItsDocuments() throws Exception {
        Map<String, String> environment =
                Map.of("PATH", FerretDb.program().getParent() + File.pathSeparator + System.getenv("PATH"));
        String uri;
        try (ServerProcess server =
                ServerProcess.start(environment, folder, "--pace=instant", "--cluster-ports=0", "--engine=ferretdb")) {
            ServerApi api = new ServerApi(server);
            letIn(api);
            uri = TestCluster.make(api, "one").uri();
            try (MongoClient client = MongoClients.create(uri)) {
                client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
                killEngineOf(server);
                await().atMost(Duration.ofSeconds(30)).until(() -> inserts(client, 2));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> api.call("GET", "/flexClusters/one", "").contains("\"IDLE\""));
                assertThat(client.getDatabase("shop").getCollection("things").countDocuments())
                        .isEqualTo(2);
            }
        }
        // the server was killed and left its process behind; auto stays with the engine that has the documents
        try (ServerProcess server = ServerProcess.start(environment, folder, "--pace=instant", "--cluster-ports=0");
                MongoClient client = MongoClients.create(uri)) {
            assertThat(client.getDatabase("shop").getCollection("things").countDocuments())
                    .isEqualTo(2);
            killEngineOf(server);
        }
        assertThatThrownBy(() -> ServerProcess.start(environment, folder, "--engine=embedded"))
                .hasMessageContaining("are kept by the engine ferretdb");
    }

    /** Whether a document could be inserted; while there is no engine the error is one that may be tried again. */
    private static boolean inserts(MongoClient client, int id) {
        try {
            client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", id));
            return true;
        } catch (MongoException e) {
            assertThat(e.hasErrorLabel("RetryableWriteError")).as(e.toString()).isTrue();
            return false;
        }
    }

    private static void killEngineOf(ServerProcess server) {
        List<ProcessHandle> engines = server.process().toHandle().children().toList();
        assertThat(engines).hasSize(1);
        engines.getFirst().destroyForcibly();
        engines.getFirst().onExit().join();
    }
}
