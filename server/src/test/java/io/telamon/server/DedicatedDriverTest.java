package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dedicated cluster as the Java driver sees it. */
class DedicatedDriverTest {

    private static final String DRAFT =
            "{'name':'one','clusterType':'REPLICASET','replicationSpecs':[{'regionConfigs':[{'priority':7,"
                    + "'electableSpecs':{'instanceSize':'M10','nodeCount':3},'providerName':'AWS','regionName':'US_EAST_1'}]}]}";

    @TempDir
    private Path folder;

    @Test
    void hasThreeMembersAndNoProxyBeforeThem() throws Exception {
        try (ServerProcess server = start()) {
            ServerApi api = new ServerApi(server);
            String uri = make(api);
            try (MongoClient client = client(uri)) {
                things(client).insertOne(new Document("_id", 1));
                assertThat(client.getClusterDescription().getServerDescriptions())
                        .hasSize(3);

                assertThat(codeOf(client, new Document("atlasVersion", 1))).isEqualTo(59);
                assertThat(codeOf(client, new Document("shutdown", 1))).isEqualTo(13);
                assertThat(codeOf(client, new Document("getParameter", 1).append("logLevel", 1)))
                        .isEqualTo(72);
            }
            try (MongoClient stranger = client(uri.replace(TestCluster.PASSWORD, "wrong"))) {
                assertThatThrownBy(() -> things(stranger).countDocuments())
                        .isInstanceOfSatisfying(
                                MongoSecurityException.class,
                                e -> assertThat(e.getCause())
                                        .isInstanceOfSatisfying(
                                                MongoCommandException.class,
                                                cause -> assertThat(cause.getCode())
                                                        .isEqualTo(18)));
            }
        }
    }

    @Test
    void takesNoConnectionsWhileItIsPausedAndHasItsDocumentsAfterwards() throws Exception {
        try (ServerProcess server = start()) {
            ServerApi api = new ServerApi(server);
            String uri = make(api);
            try (MongoClient open = client(uri)) {
                things(open).insertOne(new Document("_id", 1));

                api.call("PATCH", "/clusters/one", "{'paused':true}");

                assertThatThrownBy(() -> things(open).countDocuments()).isInstanceOf(MongoException.class);
                try (MongoClient another = client(uri)) {
                    assertThatThrownBy(() -> things(another).countDocuments()).isInstanceOf(MongoException.class);
                }

                api.call("PATCH", "/clusters/one", "{'paused':false}");

                assertThat(things(open).countDocuments()).isEqualTo(1);
            }
        }
    }

    private static int codeOf(MongoClient client, Document command) {
        try {
            client.getDatabase("admin").runCommand(command);
            return 0;
        } catch (MongoCommandException e) {
            return e.getCode();
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("shop").getCollection("things");
    }

    private static String make(ServerApi api) throws Exception {
        TestCluster.letIn(api);
        api.call("POST", "/clusters", DRAFT);
        return ServerApi.value(api.call("GET", "/clusters/one", ""), "standard")
                .replace("://", "://ann:" + TestCluster.PASSWORD + "@");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToServerSettings(probe -> probe.heartbeatFrequency(500, TimeUnit.MILLISECONDS))
                .build());
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(folder, "--pace=instant", "--engine=embedded");
    }
}
