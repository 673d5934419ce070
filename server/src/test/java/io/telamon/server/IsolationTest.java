package io.telamon.server;

import static io.telamon.server.TestCluster.letIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters that share a deployment. Without the program of FerretDB only what needs none is tested. */
class IsolationTest {

    @TempDir
    private Path folder;

    @Test
    void clustersThatShareADeploymentSeeNothingOfEachOther() throws Exception {
        try (TestDeployment deployment = new TestDeployment()) {
            seeNothingOfEachOther(deployment.uri());
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
            await().atMost(Duration.ofSeconds(30)).until(() -> accepts(port));
            seeNothingOfEachOther("mongodb://127.0.0.1:" + port);
        } finally {
            deployment.destroyForcibly().onExit().join();
        }
    }

    private void seeNothingOfEachOther(String uri) throws Exception {
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("data"), "--pace=instant", "--cluster-ports=0", "--engine=" + uri)) {
            ServerApi api = new ServerApi(server);
            letIn(api);
            TestCluster mine = TestCluster.make(api, "mine");
            TestCluster other = TestCluster.make(api, "other");
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
