package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.MemberHosts;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster that clients see as a replica set of three. */
class MembersTest {

    private World world;
    private final List<Integer> ports = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        world = new World();
        MemberHosts hosts = reached -> new Membership(
                ports.stream().map(port -> new HostAddress("127.0.0.1", port)).toList(), ports.indexOf(reached));
        for (int member = 0; member < 3; member++) {
            ports.add(world.gateway
                    .listeners()
                    .open(new ListenerSpec(
                            "member" + member,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            Optional.empty(),
                            new Route.ToCluster(World.CLUSTER, hosts),
                            Admission.ACCESS_LIST)));
        }
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void greetsAsThePrimaryOnTheFirstAddressAndAsASecondaryOnTheOthers() throws IOException {
        BsonDocument primary = hello(0);
        BsonDocument secondary = hello(2);

        assertThat(primary.getBoolean("isWritablePrimary").getValue()).isTrue();
        assertThat(primary.getBoolean("secondary").getValue()).isFalse();
        assertThat(primary).containsKey("electionId");
        assertThat(secondary.getBoolean("isWritablePrimary").getValue()).isFalse();
        assertThat(secondary.getBoolean("secondary").getValue()).isTrue();
        assertThat(secondary).doesNotContainKey("electionId");
        assertThat(secondary.getString("me").getValue()).isEqualTo("127.0.0.1:" + ports.get(2));
        assertThat(secondary.getString("primary").getValue()).isEqualTo("127.0.0.1:" + ports.getFirst());
        assertThat(secondary.getArray("hosts")).isEqualTo(primary.getArray("hosts"));
        assertThat(secondary.getArray("hosts"))
                .containsExactlyElementsOf(ports.stream()
                        .map(port -> (BsonValue) new BsonString("127.0.0.1:" + port))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "secondary", "secondaryPreferred", "nearest"})
    void servesDriversByEveryReadPreference(String preference) {
        try (MongoClient client = client()) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");
            orders.insertOne(new Document("_id", 1));

            assertThat(orders.withReadPreference(ReadPreference.valueOf(preference))
                            .find()
                            .first())
                    .isEqualTo(new Document("_id", 1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{insert: 'c', documents: [{}]} | 10107",
                "{delete: 'c', deletes: []} | 10107",
                "{renameCollection: 'shop.c', to: 'shop.d'} | 10107",
                "{find: 'c'} | 13435",
                "{find: 'c', $readPreference: {mode: 'primary'}} | 13435",
                "{count: 'c'} | 13435"
            })
    void leavesToThePrimaryWhatASecondaryDoesNotDo(String command, int code) throws IOException {
        assertThat(on(1, command).get("code")).isEqualTo(new BsonInt32(code));
    }

    @Test
    void readsOnASecondaryWhenTheClientAllowsIt() throws IOException {
        assertThat(on(1, "{find: 'c', $readPreference: {mode: 'primaryPreferred'}}"))
                .doesNotContainKey("errmsg");
        assertThat(on(1, "{ping: 1}")).doesNotContainKey("errmsg");
    }

    @Test
    void meetsWriteConcernsOfThreeMembersAndNotOfFour() throws IOException {
        assertThat(on(0, "{insert: 'c', documents: [{_id: 3}], writeConcern: {w: 3}}"))
                .doesNotContainKeys("errmsg", "writeConcernError");

        BsonDocument four = on(0, "{insert: 'c', documents: [{_id: 4}], writeConcern: {w: 4, wtimeout: 5, j: true}}");

        assertThat(four.getInt32("n").getValue()).isEqualTo(1);
        assertThat(four.getDocument("writeConcernError").get("code")).isEqualTo(new BsonInt32(100));
        assertThat(world.engine.last.getDocument("writeConcern"))
                .isEqualTo(BsonDocument.parse("{wtimeout: 5, j: true}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{w: 'nope'} | 79", "{w: {region: 1}} | 100", "{w: 50} | 100", "{w: {$numberLong: '4'}} | 100"})
    void doesTheWriteAndTellsThatItsConcernIsNotMet(String concern, int code) throws IOException {
        BsonDocument reply = on(0, "{insert: 'c', documents: [{_id: 1}], writeConcern: " + concern + "}");

        assertThat(reply.getInt32("n").getValue()).isEqualTo(1);
        assertThat(reply.getDocument("writeConcernError").get("code")).isEqualTo(new BsonInt32(code));
    }

    @Test
    void tellsDriversThatTheConcernIsNotMetAfterAWriteOfManyDocuments() {
        try (MongoClient client = client()) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");

            Assertions.assertThatThrownBy(() -> orders.withWriteConcern(new WriteConcern("nope"))
                            .insertOne(new Document("_id", 1).append("text", "x".repeat(100_000))))
                    .isInstanceOfSatisfying(MongoWriteConcernException.class, e -> {
                        assertThat(e.getWriteConcernError().getCode()).isEqualTo(79);
                        assertThat(e.getWriteConcernError().getCodeName()).isEqualTo("UnknownReplWriteConcern");
                    });
            assertThat(orders.find().first()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{w: 51} | 9",
                "{w: -1} | 9",
                "{w: true} | 9",
                "{w: {}} | 9",
                "{w: {dc: 'x'}} | 9",
                "{j: 'x'} | 14",
                "{foo: 1} | 40415",
                "{wtimeout: {$numberLong: '2147483648'}} | 9",
                "1 | 14"
            })
    void refusesWriteConcernsThatAreNone(String concern, int code) throws IOException {
        BsonDocument reply = on(0, "{insert: 'c', documents: [{_id: 1}], writeConcern: " + concern + "}");

        assertThat(reply.get("code")).isEqualTo(new BsonInt32(code));
        assertThat(world.engine.commands).doesNotContain("insert");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{find: 'c', readConcern: {level: 'bogus'}} | 2",
                "{find: 'c', readConcern: {level: 1}} | 14",
                "{find: 'c', readConcern: 'local'} | 14",
                "{find: 'c', readConcern: {foo: 1}} | 40415",
                "{find: 'c', readConcern: {afterClusterTime: 1}} | 14",
                "{find: 'c', readConcern: {afterClusterTime: {$timestamp: {t: 0, i: 0}}}} | 72",
                "{find: 'c', readConcern: {atClusterTime: {$timestamp: {t: 1, i: 1}}}} | 72",
                "{count: 'c', readConcern: {level: 'snapshot'}} | 72",
                "{insert: 'c', documents: [{}], readConcern: {level: 'majority'}} | 72",
                "{find: 'c', writeConcern: {w: 1}} | 72"
            })
    void refusesConcernsThatACommandCannotHave(String command, int code) throws IOException {
        assertThat(on(0, command).get("code")).isEqualTo(new BsonInt32(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'c', readConcern: {}}",
                "{find: 'c', readConcern: {level: 'linearizable'}}",
                "{count: 'c', readConcern: {level: 'majority', afterClusterTime: {$timestamp: {t: 1, i: 1}}}}",
                "{insert: 'c', documents: [{_id: 1}], readConcern: {level: 'local'}, writeConcern: null}",
                "{insert: 'c', documents: [{_id: 1}], writeConcern: {w: 'majority', j: 1, wtimeout: 'x'}}"
            })
    void takesConcernsThatItCan(String command) throws IOException {
        assertThat(on(0, command)).doesNotContainKeys("errmsg", "writeConcernError");
    }

    private MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString("mongodb://127.0.0.1:" + ports.getFirst() + "/?replicaSet=rs0"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .credential(MongoCredential.createCredential("admin", "admin", World.PASSWORD.toCharArray()))
                .build());
    }

    private BsonDocument hello(int member) throws IOException {
        try (RawClient client = new RawClient(ports.get(member))) {
            return client.command("admin", "{hello: 1}");
        }
    }

    private BsonDocument on(int member, String command) throws IOException {
        String database = command.startsWith("{renameCollection") ? "admin" : "shop";
        try (RawClient client = new RawClient(ports.get(member)).login("admin")) {
            return client.command(database, command);
        }
    }
}
