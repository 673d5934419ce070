package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.MemberHosts;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import io.telamon.gateway.spi.directory.TierLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    private final List<CommandStartedEvent> started = new CopyOnWriteArrayList<>();
    private World world;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        world = new World();
        MemberHosts hosts = reached -> Optional.of(ports.indexOf(reached))
                .filter(member -> member >= 0)
                .map(member -> new Membership(
                        ports.stream()
                                .map(port -> new HostAddress("127.0.0.1", port))
                                .toList(),
                        member));
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

    @Test
    void tellsOnEveryMemberWhenItHasWrittenLast() throws IOException {
        for (int member = 0; member < 3; member++) {
            BsonDocument lastWrite = hello(member).getDocument("lastWrite");

            assertThat(lastWrite.getDateTime("lastWriteDate").getValue())
                    .isCloseTo(System.currentTimeMillis(), within(60_000L));
            assertThat(lastWrite.get("majorityWriteDate")).isEqualTo(lastWrite.get("lastWriteDate"));
            assertThat(lastWrite.getDocument("opTime").keySet()).containsExactly("ts", "t");
            assertThat(lastWrite.get("majorityOpTime")).isEqualTo(lastWrite.get("opTime"));
        }
    }

    @Test
    void tellsOfMembersAsTheyAreAtEachHello() throws IOException {
        try (RawClient client = new RawClient(ports.getFirst())) {
            assertThat(client.command("admin", "{hello: 1}").getArray("hosts")).hasSize(3);
            ports.removeLast();
            assertThat(client.command("admin", "{hello: 1}").getArray("hosts")).hasSize(2);
        }
    }

    @Test
    void closesConnectionsToWhatIsNoMember() throws IOException {
        int third = ports.getLast();
        try (RawClient before = new RawClient(third)) {
            before.command("admin", "{hello: 1}");
            ports.removeLast();

            assertThatThrownBy(() -> before.command("admin", "{hello: 1}")).isInstanceOf(IOException.class);
        }
        try (RawClient after = new RawClient(third)) {
            assertThat(after.isClosed()).isTrue();
        }
    }

    @Test
    void countsConnectionsForEachMember() throws IOException {
        world.limit(TierLimit.CONNECTIONS, 1);

        try (RawClient primary = new RawClient(ports.getFirst()).login("admin");
                RawClient second = new RawClient(ports.getFirst());
                RawClient secondary = new RawClient(ports.get(1)).login("admin")) {
            assertThat(second.isClosed()).isTrue();
            assertThat(primary.command("admin", "{ping: 1}")).containsKey("ok");
            assertThat(secondary.command("admin", "{ping: 1}")).containsKey("ok");
            assertThat(world.reading().connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "secondary", "secondaryPreferred", "nearest"})
    void servesDriversByEveryReadPreference(String preference) {
        try (MongoClient client = client(ReadPreference.valueOf(preference))) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");
            orders.insertOne(new Document("_id", 1));

            assertThat(orders.find().first()).isEqualTo(new Document("_id", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsFromTheSecondariesAllBatchesOfACursor(boolean boundsStaleness) {
        ReadPreference preference =
                boundsStaleness ? ReadPreference.secondary(120, TimeUnit.SECONDS) : ReadPreference.secondary();
        try (MongoClient client = client(preference)) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");
            List<Document> documents =
                    IntStream.range(0, 5).mapToObj(i -> new Document("_id", i)).toList();
            orders.insertMany(documents);

            assertThat(orders.find().batchSize(2)).containsExactlyElementsOf(documents);
        }
        assertThat(servers("insert")).containsExactly(ports.getFirst());
        assertThat(servers("find")).hasSize(1).isSubsetOf(ports.subList(1, 3));
        assertThat(servers("getMore"))
                .hasSizeGreaterThan(1)
                .containsOnly(servers("find").getFirst());
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
                "{count: 'c'} | 13435",
                "{find: 'c', autocommit: false, $readPreference: {mode: 'secondary'}} | 10107",
                "{find: 'c', startTransaction: true, autocommit: false, $readPreference: {mode: 'nearest'}} | 10107"
            })
    void leavesToThePrimaryWhatASecondaryDoesNotDo(String command, int code) throws IOException {
        BsonDocument refused = on(1, command);

        assertThat(refused.get("code")).isEqualTo(new BsonInt32(code));
        assertThat(refused.get("topologyVersion")).isEqualTo(hello(1).get("topologyVersion"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{mode: 'bogus'} | 9", "{mode: 'Secondary'} | 9", "{} | 9", "{mode: 1} | 14", "'secondary' | 14"},
            quoteCharacter = '"')
    void refusesReadPreferencesThatAreNone(String preference, int code) throws IOException {
        for (int member = 0; member < 2; member++) {
            assertThat(on(member, "{find: 'c', $readPreference: " + preference + "}")
                            .get("code"))
                    .isEqualTo(new BsonInt32(code));
        }
        assertThat(world.engine.commands).doesNotContain("find");
    }

    @Test
    void namesTheModesThatThereAre() throws IOException {
        assertThat(on(0, "{find: 'c', $readPreference: {mode: 'bogus'}}")
                        .getString("errmsg")
                        .getValue())
                .isEqualTo("Could not parse $readPreference mode 'bogus'. Only the modes 'primary', 'primaryPreferred',"
                        + " 'secondary', 'secondaryPreferred', 'nearest' are supported.");
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
        assertThat(four.getDocument("writeConcernError").getDocument("errInfo"))
                .isEqualTo(BsonDocument.parse(
                        "{writeConcern: {w: 4, wtimeout: 5, j: true, provenance: 'clientSupplied'}}"));
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

            assertThatThrownBy(() -> orders.withWriteConcern(new WriteConcern("nope"))
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
                "{find: 'c', writeConcern: {w: 1}} | 72",
                "{aggregate: 'c', pipeline: [{$match: {}}], cursor: {}, writeConcern: {w: 1}} | 72",
                "{explain: {find: 'c'}, writeConcern: {w: 1}} | 72",
                "{collStats: 'c', writeConcern: {w: 1}} | 72",
                "{collstats: 'c', writeConcern: {w: 1}} | 72",
                "{dbstats: 1, writeConcern: {w: 1}} | 72"
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
                "{insert: 'c', documents: [{_id: 1}], writeConcern: {w: 'majority', j: 1, wtimeout: 'x'}}",
                "{insert: 'c', documents: [{_id: 2}], writeConcern: {w: 1, wElectionId: {$oid: '7fffffff0000000000000001'}}}",
                "{insert: 'c', documents: [{_id: 3}], writeConcern: {w: 1, wOpTime: {ts: {$timestamp: {t: 1, i: 1}}}}}",
                "{aggregate: 'c', pipeline: [{$merge: 'd'}], cursor: {}, writeConcern: {w: 1}}"
            })
    void takesConcernsThatItCan(String command) throws IOException {
        assertThat(on(0, command)).doesNotContainKeys("errmsg", "writeConcernError");
    }

    private MongoClient client() {
        return client(ReadPreference.primary());
    }

    private MongoClient client(ReadPreference preference) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString("mongodb://127.0.0.1:" + ports.getFirst() + "/?replicaSet=rs0"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .readPreference(preference)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        started.add(event);
                    }
                })
                .credential(MongoCredential.createCredential("admin", "admin", World.PASSWORD.toCharArray()))
                .build());
    }

    /** The ports to which a driver has sent a command, once for each time. */
    private List<Integer> servers(String command) {
        return started.stream()
                .filter(event -> event.getCommandName().equals(command))
                .map(event ->
                        event.getConnectionDescription().getServerAddress().getPort())
                .toList();
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
