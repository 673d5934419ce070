package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API tells of what drivers really did. */
class MonitoringTest {

    private static final String ADVISOR = "/performanceAdvisor/";
    private static final int DOCUMENTS = 40_000;

    @TempDir
    private Path folder;

    @Test
    void tellsOfLoginsSlowQueriesAndDatabases() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, "--pace", "quick")) {
            ServerApi api = new ServerApi(server);
            api.createFlexCluster("first");
            String uri = ServerApi.value(
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> api.call("GET", "/flexClusters/first", ""), text -> text.contains("\"IDLE\"")),
                    "standard");
            String process = ServerApi.value(api.call("GET", "/processes", ""), "id");

            assertThatThrownBy(() -> MongoClients.create(as(uri, "ann", "wrong"))
                            .getDatabase("shop")
                            .listCollectionNames()
                            .first())
                    .isInstanceOf(MongoSecurityException.class);
            try (MongoClient client = MongoClients.create(as(uri, "ann", "correct-horse") + "&appName=till")) {
                search(client.getDatabase("shop").getCollection("carts"));
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    search(client.getDatabase("shop").getCollection("carts"));
                    return slowQueries(api, process).contains("shop.carts");
                });
            }

            assertThat(api.lines("/clusters/" + process.substring(0, process.indexOf(':')) + "/logs/mongodb.gz"))
                    .anyMatch(line -> line.contains("\"Connection accepted\""))
                    .anyMatch(line -> line.contains("\"Connection ended\""))
                    .anyMatch(line -> line.contains("\"client metadata\"") && line.contains("mongo-java-driver"))
                    .anyMatch(line -> line.contains("\"Failed to authenticate\"") && line.contains("\"ann\""))
                    .anyMatch(line -> line.contains("\"Successfully authenticated\""))
                    .anyMatch(line -> line.contains("\"Slow query\"") && line.contains("\"nreturned\": 0"));
            String history = api.call("GET", "/dbAccessHistory/clusters/first", "");
            assertThat(history)
                    .contains(
                            "\"authResult\":false",
                            "storedKey mismatch",
                            "\"authResult\":true",
                            "\"username\":\"ann\"");
            assertThat(slowQueries(api, process)).contains("till", "durationMillis");
            String advice = api.call("GET", "/processes/" + process + ADVISOR + "suggestedIndexes", "");
            assertThat(advice).contains("\"index\":[{\"owner\":1}]", "\"nScanned\":" + DOCUMENTS);
            assertThat(api.call("GET", "/processes/" + process + "/databases", ""))
                    .contains("\"shop\"");
            assertThat(api.call(
                            "GET",
                            "/processes/" + process
                                    + "/databases/shop/measurements?granularity=PT1M&period=PT1H&m=DATABASE_OBJECT_COUNT",
                            ""))
                    .contains("\"value\":" + DOCUMENTS + ".0");
        }
    }

    private static String slowQueries(ServerApi api, String process) throws Exception {
        return api.call("GET", "/processes/" + process + ADVISOR + "slowQueryLogs?namespaces=shop.carts", "");
    }

    private static void search(MongoCollection<Document> carts) {
        if (carts.estimatedDocumentCount() == 0) {
            List<Document> documents = IntStream.range(0, DOCUMENTS)
                    .mapToObj(number -> new Document("owner", "owner-" + number).append("at", number))
                    .toList();
            carts.insertMany(documents);
        }
        carts.find(Filters.eq("owner", "nobody")).first();
    }

    private static String as(String uri, String name, String password) {
        return uri.replace("mongodb://", "mongodb://" + name + ":" + password + "@") + "&serverSelectionTimeoutMS=5000";
    }
}
