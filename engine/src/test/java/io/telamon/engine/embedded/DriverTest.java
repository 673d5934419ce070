package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.telamon.gateway.Gateway;
import io.telamon.gateway.GatewaySettings;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.credential.PasswordKeys;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.DatabaseUsers;
import io.telamon.gateway.spi.directory.Directories;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.thread.EssentialThreads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java driver, through a gateway that listens, on the embedded engine. */
class DriverTest extends EmbeddedTest implements ClusterDirectory, DatabaseUsers {

    private static final ProjectId PROJECT = new ProjectId("project");

    private static final DatabaseUser USER = new DatabaseUser(
            "admin",
            "user",
            new PasswordKeys(new SecureRandom()).derive("user", "pencil"),
            List.of(new RoleGrant("atlasAdmin", "admin")),
            Set.of());

    private Gateway gateway;
    private MongoClient client;

    @BeforeEach
    void connect() throws Exception {
        GatewaySettings settings = new GatewaySettings(new byte[16], ConnectionTimeouts.usual(), 1000);
        gateway = new Gateway(
                settings,
                new Directories(this, this, (_, _) -> true),
                engine,
                InstantSource.system(),
                new EssentialThreads());
        int port = gateway.listeners()
                .open(new ListenerSpec(
                        "cluster",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        new Route.ToCluster(CLUSTER, "127.0.0.1"),
                        Admission.ACCESS_LIST));
        client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port))))
                .credential(MongoCredential.createCredential("user", "admin", "pencil".toCharArray()))
                .build());
    }

    @AfterEach
    void disconnect() {
        client.close();
        gateway.close();
    }

    private MongoCollection<Document> collection() {
        return client.getDatabase("test").getCollection("c");
    }

    @Test
    void insertsFindsUpdatesAndDeletes() {
        collection()
                .insertMany(IntStream.range(0, 250)
                        .mapToObj(i -> new Document("_id", i))
                        .toList());

        assertThat(collection().find()).hasSize(250);
        assertThat(collection().find().batchSize(7)).hasSize(250);
        assertThat(collection()
                        .updateMany(Filters.lt("_id", 10), Updates.set("a", 1))
                        .getModifiedCount())
                .isEqualTo(10);
        assertThat(collection().deleteMany(Filters.eq("a", 1)).getDeletedCount())
                .isEqualTo(10);
        assertThat(collection().countDocuments()).isEqualTo(240);
        assertThat(client.listDatabaseNames()).containsExactly("test");
    }

    @Test
    void tellsOfDuplicateKeys() {
        collection().createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        collection().insertOne(new Document("k", 1));

        assertThatThrownBy(() -> collection().insertOne(new Document("k", 1)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void refusesTransactionsAndChangesNothing() {
        collection().insertOne(new Document("_id", 1));
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            assertThatThrownBy(() -> collection().insertOne(session, new Document("_id", 2)))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("does not support transactions");
            session.abortTransaction();
        }

        assertThat(collection().countDocuments()).isEqualTo(1);
    }

    @Test
    void saysThatItIsADevelopmentEngine() {
        Document info = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));

        assertThat(info).containsEntry("telamonEngine", "embedded").containsEntry("developmentEngine", true);
    }

    @Override
    public Optional<Tenant> byId(ClusterId id) {
        return Optional.of(new Tenant(
                id,
                PROJECT,
                "Cluster0",
                "rs0",
                Availability.SERVING,
                EnumSet.allOf(TierFeature.class),
                TierLimits.none()));
    }

    @Override
    public Optional<NamedMember> byHost(String serverName) {
        return Optional.empty();
    }

    @Override
    public Optional<DatabaseUser> find(ProjectId project, String database, String name) {
        return Optional.of(USER);
    }

    @Override
    public Optional<CustomRole> role(ProjectId project, String name) {
        return Optional.empty();
    }
}
