package io.telamon.server;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver sees of the clusters that the API makes. */
class DriverTest {

    private static final int KILLS = Integer.getInteger("telamon.test.kills", 4);
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_A_KILL = 300;
    private static final String CLUSTER =
            "{'name':'first','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";

    @TempDir
    private Path folder;

    @Test
    void letsInWhoTheProjectLetsInAndNobodyElse() throws Exception {
        try (ServerProcess server = start()) {
            ServerApi api = new ServerApi(server);
            String uri = cluster(api);
            user(api, "writer", "readWriteAnyDatabase");
            user(api, "reader", "readAnyDatabase");

            // not before its address is on the list
            assertThatThrownBy(() -> insert(as(uri, "writer", "correct horse"), "too early"))
                    .isInstanceOf(MongoTimeoutException.class);
            allow(api);
            insert(as(uri, "writer", "correct horse"), "a");
            assertThatThrownBy(() -> insert(as(uri, "writer", "wrong"), "b"))
                    .isInstanceOf(MongoSecurityException.class);
            assertThatThrownBy(() -> insert(as(uri, "nobody", "wrong"), "b"))
                    .isInstanceOf(MongoSecurityException.class);
            assertThatThrownBy(() -> insert(as(uri, "reader", "correct horse"), "b"))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCodeName()).isEqualTo("Unauthorized"));

            // a user who is deleted is let in no more, nor is anybody once the cluster is gone
            api.call("DELETE", "/databaseUsers/admin/writer", "");
            assertThatThrownBy(() -> insert(as(uri, "writer", "correct horse"), "c"))
                    .isInstanceOf(MongoSecurityException.class);
            api.call("DELETE", "/flexClusters/first", "");
            assertThatThrownBy(() -> insert(as(uri, "reader", "correct horse"), "d"))
                    .isInstanceOf(MongoTimeoutException.class);
        }
    }

    @Test
    void losesNoAcknowledgedDocumentWhenItIsKilled() throws Exception {
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        String uri;
        try (ServerProcess server = start()) {
            ServerApi api = new ServerApi(server);
            uri = as(cluster(api), "writer", "correct horse");
            user(api, "writer", "readWriteAnyDatabase");
            allow(api);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = acknowledged.size() + WRITES_BEFORE_A_KILL;
            try (ServerProcess server = start();
                    var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < WRITERS; i++) {
                    writers.execute(() -> writeUntilKilled(uri, server, next, acknowledged));
                }
                while (acknowledged.size() < wanted) {
                    assertThat(server.process().isAlive()).isTrue();
                    Thread.sleep(5);
                }
                server.kill();
            }
            try (ServerProcess server = start();
                    MongoClient client = MongoClients.create(uri)) {
                Set<Integer> stored = new HashSet<>();
                documents(client).find().forEach(document -> stored.add(document.getInteger("_id")));
                assertThat(stored).containsAll(acknowledged);
                assertThat(documents(client).countDocuments(eq("even", true)))
                        .as("found by another field, too")
                        .isEqualTo(stored.stream().filter(id -> id % 2 == 0).count());
                server.kill();
            }
        }
    }

    private static void writeUntilKilled(
            String uri, ServerProcess server, AtomicInteger next, Set<Integer> acknowledged) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> documents = documents(client).withWriteConcern(WriteConcern.W1.withJournal(true));
            while (server.process().isAlive()) {
                int id = next.incrementAndGet();
                documents.insertOne(new Document("_id", id).append("even", id % 2 == 0));
                acknowledged.add(id);
            }
        } catch (MongoException killed) {
            // what was not acknowledged may be there or not
        }
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("shop").getCollection("storm");
    }

    private ServerProcess start() throws IOException, InterruptedException {
        return ServerProcess.start(folder, "--pace", "quick");
    }

    private static String cluster(ServerApi api) throws IOException, InterruptedException {
        api.call("POST", "/flexClusters", CLUSTER);
        String answer = api.call("GET", "/flexClusters/first", "");
        while (!answer.contains("\"IDLE\"")) {
            Thread.sleep(20);
            answer = api.call("GET", "/flexClusters/first", "");
        }
        return ServerApi.value(answer, "standard");
    }

    private static void user(ServerApi api, String name, String role) throws IOException, InterruptedException {
        api.call(
                "POST",
                "/databaseUsers",
                "{'databaseName':'admin','username':'" + name + "','password':'correct horse',"
                        + "'roles':[{'roleName':'" + role + "','databaseName':'admin'}]}");
    }

    private static void allow(ServerApi api) throws IOException, InterruptedException {
        api.call("POST", "/accessList", "[{'ipAddress':'127.0.0.1'}]");
    }

    private static String as(String uri, String name, String password) {
        return uri.replace("mongodb://", "mongodb://" + name + ":" + password.replace(" ", "%20") + "@")
                + "&serverSelectionTimeoutMS=3000";
    }

    private static void insert(String uri, String id) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", id));
        }
    }
}
