package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.connection.ServerDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flex cluster as the replica set of three that the Java driver sees, with the settings that a server has by itself. */
class ReplicaSetTest {

    @TempDir
    private Path folder;

    @Test
    void hasThreeMembersThatAreTheSameCluster() throws Exception {
        String standard;
        try (ServerProcess server = start()) {
            ServerApi api = new ServerApi(server);
            String cluster = api.createFlexCluster("one");
            standard = ServerApi.value(cluster, "standard");
            assertThat(standard).matches("mongodb://(127\\.0\\.0\\.1:\\d+[,/]){3}\\?ssl=false&.*");

            // clients that read the other string alone, and take it for a URL, connect as well
            String single = ServerApi.value(cluster, "standardSrv");
            assertThat(single).matches("mongodb://127\\.0\\.0\\.1:\\d+/\\?ssl=false&.*");
            for (String string : List.of(standard, single)) {
                try (MongoClient client = client(string)) {
                    usesEveryMember(client);
                }
            }
        }
        try (ServerProcess server = start();
                MongoClient client = client(standard)) {
            ServerApi api = new ServerApi(server);
            assertThat(ServerApi.value(api.call("GET", "/flexClusters/one", ""), "standard"))
                    .isEqualTo(standard);
            usesEveryMember(client);
        }
    }

    private static void usesEveryMember(MongoClient client) {
        MongoCollection<Document> things = client.getDatabase("shop").getCollection("things");
        things.drop();
        try (ClientSession session = client.startSession()) {
            things.withWriteConcern(WriteConcern.W3).insertOne(session, new Document("_id", 1));

            assertThat(session.getOperationTime()).isNotNull();
            assertThat(session.getClusterTime()).containsKey("clusterTime");
            // reads its own write on a secondary, after the time of the write
            assertThat(things.withReadPreference(ReadPreference.secondary())
                            .find(session)
                            .first())
                    .isEqualTo(new Document("_id", 1));
        }
        assertThat(client.getClusterDescription().getServerDescriptions())
                .hasSize(3)
                .filteredOn(ServerDescription::isSecondary)
                .hasSize(2);
        Assertions.assertThatThrownBy(
                        () -> things.withWriteConcern(new WriteConcern("nope")).insertOne(new Document("_id", 2)))
                .isInstanceOfSatisfying(
                        MongoWriteConcernException.class,
                        e -> assertThat(e.getWriteConcernError().getCode()).isEqualTo(79));
        assertThat(things.countDocuments()).isEqualTo(2);
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri.replace("://", "://ann:correct-horse@")))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(folder, "--pace=instant", "--engine=embedded");
    }
}
