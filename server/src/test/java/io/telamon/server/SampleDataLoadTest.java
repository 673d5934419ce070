package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sample data, as drivers find it in clusters. */
class SampleDataLoadTest {

    @TempDir
    private Path folder;

    @Test
    void fillsTheKnownDatabasesOnceHoweverOftenItIsAskedFor() throws Exception {
        try (ServerProcess server = start("embedded", "embedded")) {
            ServerApi api = new ServerApi(server);
            TestCluster.letIn(api);
            TestCluster cluster = TestCluster.make(api, "one");
            load(api);
            load(api);

            try (MongoClient client = MongoClients.create(cluster.uri())) {
                hasAll(client);
                assertThat(client.getDatabase("sample_airbnb")
                                .getCollection("listingsAndReviews")
                                .find()
                                .first())
                        .extracting(listing -> listing.get("price"))
                        .isInstanceOf(Decimal128.class);
                Document comment = Objects.requireNonNull(client.getDatabase("sample_mflix")
                        .getCollection("comments")
                        .find()
                        .first());
                ObjectId movie = comment.getObjectId("movie_id");
                assertThat(client.getDatabase("sample_mflix")
                                .getCollection("movies")
                                .countDocuments(Filters.eq("_id", movie)))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void fillsThemInADeploymentToo() throws Exception {
        try (TestDeployment deployment = new TestDeployment();
                ServerProcess server = start("remote", deployment.uri())) {
            ServerApi api = new ServerApi(server);
            TestCluster.letIn(api);
            TestCluster cluster = TestCluster.make(api, "one");
            load(api);
            try (MongoClient client = MongoClients.create(cluster.uri())) {
                hasAll(client);
            }
        }
    }

    private ServerProcess start(String name, String engine) throws Exception {
        return ServerProcess.start(folder.resolve(name), "--pace=instant", "--cluster-ports=0", "--engine=" + engine);
    }

    private static void load(ServerApi api) throws Exception {
        String id = ServerApi.value(api.call("POST", "/sampleDatasetLoad/one", ""), "_id");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !api.call("GET", "/sampleDatasetLoad/" + id, "").contains("WORKING"));
        assertThat(api.call("GET", "/sampleDatasetLoad/" + id, "")).contains("COMPLETED");
    }

    private static void hasAll(MongoClient client) {
        assertThat(client.listDatabaseNames().into(new ArrayList<>()))
                .contains(
                        "sample_airbnb",
                        "sample_analytics",
                        "sample_geospatial",
                        "sample_guides",
                        "sample_mflix",
                        "sample_restaurants",
                        "sample_supplies",
                        "sample_training",
                        "sample_weatherdata");
        assertThat(client.getDatabase("sample_mflix").getCollection("movies").countDocuments())
                .isEqualTo(3000);
        assertThat(client.getDatabase("sample_supplies").getCollection("sales").countDocuments())
                .isEqualTo(5000);
        assertThat(client.getDatabase("sample_weatherdata")
                        .getCollection("data")
                        .countDocuments())
                .isEqualTo(3000);
    }
}
