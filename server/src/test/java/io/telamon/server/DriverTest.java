package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver sees of the clusters that the API makes. */
class DriverTest {

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
                            e -> assertThat(e.getErrorCodeName()).isEqualTo("AtlasError"));

            // a user who is deleted is let in no more, nor is anybody once the cluster is gone
            api.call("DELETE", "/databaseUsers/admin/writer", "");
            assertThatThrownBy(() -> insert(as(uri, "writer", "correct horse"), "c"))
                    .isInstanceOf(MongoSecurityException.class);
            api.call("DELETE", "/flexClusters/first", "");
            assertThatThrownBy(() -> insert(as(uri, "reader", "correct horse"), "d"))
                    .isInstanceOf(MongoTimeoutException.class);
        }
    }

    private ServerProcess start() throws IOException, InterruptedException {
        return ServerProcess.start(folder, "--pace", "quick");
    }

    private static String cluster(ServerApi api) throws IOException, InterruptedException {
        api.call("POST", "/flexClusters", CLUSTER);
        String answer = await().atMost(Duration.ofSeconds(30))
                .until(() -> api.call("GET", "/flexClusters/first", ""), text -> text.contains("\"IDLE\""));
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
