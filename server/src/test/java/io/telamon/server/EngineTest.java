package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents in other engines than the embedded one: a deployment that clusters share, and a process for each cluster. Without the
 * program of FerretDB only what needs none is tested.
 */
class EngineTest {

    /** Kept here, as it is forgotten with its level otherwise. */
    private static final Logger TALKATIVE = Logger.getLogger("de.bwaldvogel.mongo");

    private static final String PASSWORD = "correct-horse";
    private static final String CLUSTER =
            "{'name':'%s','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";

    @TempDir
    private Path folder;

    @Test
    void clustersThatShareADeploymentSeeNothingOfEachOther() throws Exception {
        TALKATIVE.setLevel(Level.OFF);
        MongoServer deployment = new MongoServer(new MemoryBackend());
        try {
            seeNothingOfEachOther("mongodb://127.0.0.1:" + deployment.bind().getPort());
        } finally {
            deployment.shutdownNow();
        }
    }

    @Test
    void clustersThatShareFerretDbSeeNothingOfEachOther() throws Exception {
        int port = freePort();
        Path data = Files.createDirectories(folder.resolve("ferretdb"));
        Process deployment = new ProcessBuilder(
                        FerretDb.program().toString(),
                        "--handler=sqlite",
                        "--sqlite-url=file:" + data + "/",
                        "--state-dir=" + data,
                        "--listen-addr=127.0.0.1:" + port,
                        "--debug-addr=-",
                        "--telemetry=disable")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output.txt").toFile())
                .start();
        try {
            await(() -> accepts(port));
            seeNothingOfEachOther("mongodb://127.0.0.1:" + port);
        } finally {
            deployment.destroyForcibly().onExit().join();
        }
    }

    @Test
    void clustersArePlacedInTheClosestDeploymentThatHasRoom() throws Exception {
        TALKATIVE.setLevel(Level.OFF);
        MongoServer rest = new MongoServer(new MemoryBackend());
        // one that tells how much its databases take
        try (ServerProcess east = ServerProcess.start(
                folder.resolve("east"), "--pace=instant", "--cluster-ports=0", "--engine=embedded")) {
            ServerApi eastApi = new ServerApi(east);
            letIn(eastApi);
            String eastern = cluster(eastApi, "below").uri();
            String other = "mongodb://127.0.0.1:" + rest.bind().getPort();
            String[] options = {
                "--pace=instant", "--cluster-ports=0", "--engine=AWS/US_EAST_1=" + eastern + "#1MB AWS=" + other
            };
            Cluster first;
            try (ServerProcess server = ServerProcess.start(folder.resolve("data"), options)) {
                first = fillAndOverflow(new ServerApi(server), eastern, other);
            }
            // they stay where they are
            try (ServerProcess server = ServerProcess.start(folder.resolve("data"), options)) {
                insert(first, 1);
                new ServerApi(server).call("DELETE", "/flexClusters/second", "");
                await(() -> namesAt(other).isEmpty());
                assertThat(namesAt(eastern)).containsExactly(first.id() + "_shop");
            }
            // and do not seem empty where their deployment is not named any more
            try (ServerProcess server = ServerProcess.start(
                    folder.resolve("data"), "--pace=instant", "--cluster-ports=0", "--engine=AWS=" + other)) {
                assertThat(server.process().isAlive()).isTrue();
                assertThatThrownBy(() -> insert(first, 1)).isInstanceOf(MongoException.class);
                assertThat(namesAt(other)).isEmpty();
            }
        } finally {
            rest.shutdownNow();
        }
    }

    /** Makes a cluster in one deployment until that is full, another one elsewhere, and fails to make one where there is none. */
    private static Cluster fillAndOverflow(ServerApi api, String eastern, String other) throws Exception {
        letIn(api);
        Cluster first = cluster(api, "first");
        insert(first, 2_000_000);
        assertThat(namesAt(eastern)).containsExactly(first.id() + "_shop");
        Cluster second = cluster(api, "second");
        insert(second, 1);
        assertThat(namesAt(other)).containsExactly(second.id() + "_shop");

        String elsewhere = CLUSTER.formatted("third").replace("AWS", "GCP").replace("US_EAST_1", "CENTRAL_US");
        HttpResponse<String> refused = api.send("POST", "/flexClusters", elsewhere);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("OUT_OF_CAPACITY", "CENTRAL_US");
        assertThat(api.send("GET", "/flexClusters/third", "").statusCode()).isEqualTo(404);
        return first;
    }

    private static void insert(Cluster cluster, int length) {
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
            String uri = cluster(belowApi, "below").uri();
            try (ServerProcess above = ServerProcess.start(
                    folder.resolve("above"), "--pace=instant", "--cluster-ports=0", "--engine=" + uri)) {
                ServerApi api = new ServerApi(above);
                letIn(api);
                Cluster cluster = cluster(api, "above");
                try (MongoClient client = MongoClients.create(cluster.uri());
                        MongoClient direct = MongoClients.create(uri)) {
                    client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
                    assertThat(client.listDatabaseNames()).containsExactly("shop");
                    assertThat(direct.listDatabaseNames()).containsExactly(cluster.id() + "_shop");
                }
            }
            try (ServerProcess older = ServerProcess.start(
                    folder.resolve("older"), "--pace=instant", "--engine=" + uri + "&authMechanism=SCRAM-SHA-1")) {
                cluster(new ServerApi(older), "older");
            }
            try (ServerProcess refused = ServerProcess.start(
                    folder.resolve("refused"),
                    "--pace=instant",
                    "--engine=" + uri.replace(PASSWORD, "wrong-password"))) {
                ServerApi api = new ServerApi(refused);
                assertThat(api.send("POST", "/flexClusters", CLUSTER.formatted("one"))
                                .statusCode())
                        .isEqualTo(500);
                assertThat(api.send("GET", "/flexClusters/one", "").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private void seeNothingOfEachOther(String uri) throws Exception {
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("data"), "--pace=instant", "--cluster-ports=0", "--engine=" + uri)) {
            ServerApi api = new ServerApi(server);
            letIn(api);
            Cluster mine = cluster(api, "mine");
            Cluster other = cluster(api, "other");
            try (MongoClient me = MongoClients.create(mine.uri());
                    MongoClient they = MongoClients.create(other.uri())) {
                they.getDatabase("shop").getCollection("things").insertOne(new Document("_id", "theirs"));
                they.getDatabase("theirbase").getCollection("theircollection").insertOne(new Document("_id", "theirs"));
                me.getDatabase("shop").getCollection("things").insertOne(new Document("_id", "mine"));

                assertThat(me.listDatabaseNames()).containsExactly("shop");
                List<String> answers = new ArrayList<>();
                for (Attempt attempt : attempts(other.id())) {
                    String answer = answer(me.getDatabase(attempt.database()), attempt.command());
                    answers.add(answer);
                    assertThat(answer).as(attempt.toString()).doesNotContain("theirs", mine.id());
                    for (String name : List.of("theirbase", "theircollection", other.id())) {
                        if (!attempt.toString().contains(name)) {
                            assertThat(answer).as(attempt.toString()).doesNotContain(name);
                        }
                    }
                }

                assertThat(answers).as("attempts that are answered").anyMatch(answer -> answer.contains("\"mine\""));
                assertThat(they.listDatabaseNames()).containsExactlyInAnyOrder("shop", "theirbase");
                assertThat(they.getDatabase("shop")
                                .getCollection("things")
                                .find()
                                .first())
                        .isEqualTo(new Document("_id", "theirs"));
                assertThat(they.getDatabase("theirbase")
                                .getCollection("theircollection")
                                .countDocuments())
                        .isEqualTo(1);
            }

            // what is deleted with one cluster is that cluster's
            api.call("DELETE", "/flexClusters/mine", "");
            try (MongoClient they = MongoClients.create(other.uri())) {
                assertThat(they.listDatabaseNames()).containsExactlyInAnyOrder("shop", "theirbase");
            }
        }
    }

    private record Attempt(String database, Document command) {}

    /** Every command that names a namespace, at names of one's own and of others, as they are told and as they are kept. */
    private static List<Attempt> attempts(String other) {
        List<Attempt> attempts = new ArrayList<>();
        for (String command : ADMIN_COMMANDS) {
            for (String database : List.of("theirbase", other + "_theirbase")) {
                attempts.add(new Attempt("admin", Document.parse(command.replace("DB", database))));
            }
        }
        for (String database : List.of("shop", "theirbase", other + "_shop", other + "_theirbase")) {
            for (String collection : List.of("things", "theircollection")) {
                for (String command : COMMANDS) {
                    attempts.add(new Attempt(
                            database,
                            Document.parse(command.replace("COLL", collection).replace("DB", database))));
                }
            }
        }
        return attempts;
    }

    private static final List<String> COMMANDS = List.of(
            "{find: 'COLL'}",
            "{count: 'COLL'}",
            "{distinct: 'COLL', key: '_id'}",
            "{aggregate: 'COLL', pipeline: [], cursor: {}}",
            "{aggregate: 'COLL', pipeline: [{$collStats: {storageStats: {}}}], cursor: {}}",
            "{aggregate: 'COLL', pipeline: [{$indexStats: {}}], cursor: {}}",
            "{aggregate: 'COLL', pipeline: [{$changeStream: {}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$lookup: {from: 'COLL', as: 'x', pipeline: []}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$lookup: {from: {db: 'DB', coll: 'COLL'}, as: 'x', pipeline: []}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$unionWith: 'COLL'}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$unionWith: {db: 'DB', coll: 'COLL', pipeline: []}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$facet: {a: [{$unionWith: {db: 'DB', coll: 'COLL'}}]}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$out: {db: 'DB', coll: 'copy'}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$merge: {into: {db: 'DB', coll: 'copy'}}}], cursor: {}}",
            "{explain: {find: 'COLL', $db: 'DB'}}",
            "{aggregate: 'COLL', pipeline: [], cursor: {}, explain: true}",
            "{aggregate: 'things', pipeline: [{$unionWith: {coll: 'COLL', pipeline: [{$collStats: {storageStats: {}}}]}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$rankFusion: {input: {pipelines: {a: [{$unionWith: {db: 'DB', coll: 'COLL'}}]}}}}], cursor: {}}",
            "{aggregate: 'things', pipeline: [{$changeStream: {}}, {$match: {'ns.db': 'DB'}}], cursor: {}}",
            "{collMod: 'things', viewOn: 'COLL', pipeline: []}",
            "{listCollections: 1}",
            "{listIndexes: 'COLL'}",
            "{collStats: 'COLL'}",
            "{dbStats: 1}",
            "{validate: 'COLL'}",
            "{dataSize: 'DB.COLL'}",
            "{create: 'things'}",
            "{create: 'view', viewOn: 'COLL', pipeline: []}",
            "{createIndexes: 'COLL', indexes: [{key: {a: 1}, name: 'a'}]}",
            "{insert: 'things', documents: [{_id: 'mine'}]}",
            "{findAndModify: 'COLL', query: {}, update: {$set: {a: 1}}, new: true}",
            "{update: 'COLL', updates: [{q: {}, u: {$set: {a: 2}}}]}",
            "{delete: 'theircollection', deletes: [{q: {}, limit: 0}]}",
            "{dropIndexes: 'COLL', index: 'a'}",
            "{mapReduce: 'COLL', map: 'x', reduce: 'x', out: {inline: 1}}",
            "{drop: 'copy'}",
            "{drop: 'view'}",
            "{drop: 'theircollection'}");

    private static final List<String> ADMIN_COMMANDS = List.of(
            "{listDatabases: 1}",
            "{listDatabases: 1, filter: {name: {$regex: '.*'}}}",
            "{listDatabases: 1, filter: {name: 'theirbase'}, nameOnly: true}",
            "{listDatabases: 1, filter: {sizeOnDisk: {$gt: 0}}}",
            "{renameCollection: 'DB.theircollection', to: 'shop.stolen'}",
            "{renameCollection: 'shop.missing', to: 'DB.moved'}",
            "{aggregate: 1, pipeline: [{$currentOp: {}}], cursor: {}}",
            "{aggregate: 1, pipeline: [{$changeStream: {allChangesForCluster: true}}], cursor: {}}",
            "{aggregate: 1, pipeline: [{$listLocalSessions: {allUsers: true}}], cursor: {}}",
            "{currentOp: 1}",
            "{top: 1}",
            "{serverStatus: 1}",
            "{bulkWrite: 1, ops: [{delete: 0, filter: {}}], nsInfo: [{ns: 'DB.theircollection'}]}");

    private static String answer(MongoDatabase database, Document command) {
        try {
            return database.runCommand(command).toJson();
        } catch (MongoException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
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
            uri = cluster(api, "one").uri();
            try (MongoClient client = MongoClients.create(uri)) {
                client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
                killEngineOf(server);
                await(() -> inserts(client, 2));
                await(() -> api.call("GET", "/flexClusters/one", "").contains("\"IDLE\""));
                assertThat(client.getDatabase("shop").getCollection("things").countDocuments())
                        .isEqualTo(2);
            }
        }
        // the server was killed and left its process behind; auto stays with the engine that has the documents
        try (ServerProcess server = ServerProcess.start(environment, folder, "--pace=instant");
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

    private record Cluster(String id, String uri) {}

    private static Cluster cluster(ServerApi api, String name) throws IOException, InterruptedException {
        api.call("POST", "/flexClusters", CLUSTER.formatted(name));
        String answer = api.call("GET", "/flexClusters/" + name, "");
        String uri = ServerApi.value(answer, "standard").replace("://", "://ann:" + PASSWORD + "@");
        return new Cluster(ServerApi.value(answer, "id"), uri + "&serverSelectionTimeoutMS=5000");
    }

    private static void letIn(ServerApi api) throws IOException, InterruptedException {
        api.call(
                "POST",
                "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'" + PASSWORD + "',"
                        + "'roles':[{'roleName':'atlasAdmin','databaseName':'admin'}]}");
        api.call("POST", "/accessList", "[{'ipAddress':'127.0.0.1'}]");
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
