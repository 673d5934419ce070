package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCompressor;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerApi;
import com.mongodb.ServerApiVersion;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import io.telamon.gateway.net.ConnectionTimeouts;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Java driver experiences. */
class DriverTest {

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void writesAndReads() {
        try (MongoClient client = world.client("admin")) {
            var collection = client.getDatabase("shop").getCollection("orders");

            collection.insertOne(new Document("_id", 1).append("sum", 12.5));

            assertThat(collection.find().first()).isEqualTo(new Document("_id", 1).append("sum", 12.5));
        }
    }

    @Test
    void authenticatesWithSha1() {
        MongoCredential credential =
                MongoCredential.createScramSha1Credential("admin", "admin", World.PASSWORD.toCharArray());
        try (MongoClient client = world.client(credential, settings -> settings)) {
            assertThat(names(client)).isEmpty();
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (MongoClient client = world.client("admin", "pen", settings -> settings)) {
            assertThatThrownBy(() -> names(client))
                    .isInstanceOf(MongoSecurityException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            error -> assertThat(error.getErrorCodeName()).isEqualTo("AtlasError"));
        }
        assertThat(world.gateway.metering().reading(World.CLUSTER).orElseThrow().authenticationFailures())
                .isPositive();
    }

    @Test
    void refusesAUserWhoDoesNotExist() {
        try (MongoClient client = world.client("nobody")) {
            assertThatThrownBy(() -> names(client)).isInstanceOf(MongoSecurityException.class);
        }
    }

    @Test
    void runsSessions() {
        try (MongoClient client = world.client("admin");
                ClientSession session = client.startSession()) {
            var collection = client.getDatabase("shop").getCollection("orders");
            collection.insertOne(session, new Document("_id", 1));

            assertThat(collection.find(session).into(new ArrayList<>())).hasSize(1);
        }
    }

    @Test
    void takesUnacknowledgedWrites() throws Exception {
        try (MongoClient client = world.client("admin")) {
            var collection =
                    client.getDatabase("shop").getCollection("orders").withWriteConcern(WriteConcern.UNACKNOWLEDGED);
            collection.insertOne(new Document("_id", 1));
            collection.insertOne(new Document("_id", 2));

            await().until(() ->
                    world.engine.commands.stream().filter("insert"::equals).count() == 2);
            assertThat(collection.find().into(new ArrayList<>())).hasSize(2);
        }
    }

    @Test
    void speaksTheStableApi() {
        ServerApi strict =
                ServerApi.builder().version(ServerApiVersion.V1).strict(true).build();
        try (MongoClient client = world.client("admin", World.PASSWORD, settings -> settings.serverApi(strict))) {
            assertThat(names(client)).isEmpty();
            assertThatThrownBy(() -> client.getDatabase("shop").runCommand(new Document("dbStats", 1)))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo(323));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "zstd", "snappy"})
    void compresses(String name) throws Exception {
        MongoCompressor compressor = switch (name) {
            case "zlib" -> MongoCompressor.createZlibCompressor();
            case "zstd" -> MongoCompressor.createZstdCompressor();
            default -> MongoCompressor.createSnappyCompressor();
        };
        try (MongoClient client =
                world.client("admin", World.PASSWORD, settings -> settings.compressorList(List.of(compressor)))) {
            var collection = client.getDatabase("shop").getCollection("orders");
            Document large = new Document("_id", 1).append("text", "telamon ".repeat(50_000));

            collection.insertOne(large);

            assertThat(collection.find().first()).isEqualTo(large);
            assertThat(world.gateway
                            .metering()
                            .reading(World.CLUSTER)
                            .orElseThrow()
                            .bytesIn())
                    .isLessThan(100_000);
        }
    }

    @Test
    void carriesLargeMessages() {
        try (MongoClient client = world.client("admin")) {
            var collection = client.getDatabase("shop").getCollection("orders");
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                documents.add(new Document("_id", i).append("filling", new byte[500_000]));
            }

            collection.insertMany(documents);

            assertThat(collection.find().into(new ArrayList<>())).hasSize(40);
        }
    }

    @Test
    void offersNoCompressionOnServerless() throws Exception {
        try (World serverless = new World(TestTier.SERVERLESS, ConnectionTimeouts.usual());
                MongoClient client = serverless.client(
                        "admin",
                        World.PASSWORD,
                        settings -> settings.compressorList(List.of(MongoCompressor.createZlibCompressor())))) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello).doesNotContainKey("compression");
        }
    }

    @Test
    void keepsBytesAsTheyAre() {
        try (MongoClient client = world.client("admin")) {
            var collection = client.getDatabase("shop").getCollection("files", BsonDocument.class);
            var document = new BsonDocument("_id", new BsonBinary((byte) 128, new byte[] {1, 2, 3}));

            collection.insertOne(document);

            assertThat(collection.find().first()).isEqualTo(document);
        }
    }

    private static List<String> names(MongoClient client) {
        return client.listDatabaseNames().into(new ArrayList<>());
    }
}
