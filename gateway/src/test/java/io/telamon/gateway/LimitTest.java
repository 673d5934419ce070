package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.wire.Bson;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tiers limit, each with its error. */
class LimitTest {

    private World world;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        client = new RawClient(world.port).login("admin");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        world.close();
    }

    private MeterReading reading() {
        return world.gateway.metering().reading(World.CLUSTER).orElseThrow();
    }

    private void refused(String database, String command, String message) throws IOException {
        BsonDocument error = client.command(database, command);

        assertThat(error.get("errmsg")).isNotNull();
        assertThat(error.getString("errmsg").getValue()).isEqualTo(message);
        assertThat(error.getInt32("code").getValue()).isEqualTo(8000);
        assertThat(error.getString("codeName").getValue()).isEqualTo("AtlasError");
    }

    private void taken(String database, String command) throws IOException {
        assertThat(client.command(database, command)).doesNotContainKey("errmsg");
    }

    @Test
    void turnsAwayConnectionsTooMany() throws IOException {
        world.limit(TierLimit.CONNECTIONS, 2);
        try (RawClient second = new RawClient(world.port).login("admin");
                RawClient third = new RawClient(world.port)) {
            assertThat(second.command("admin", "{ping: 1}")).containsKey("ok");
            assertThat(third.isClosed()).isTrue();
        }
        assertThat(reading().connectionsRefused()).isEqualTo(1);
    }

    @Test
    void letsOperationsTooManyWait() throws IOException {
        world.limit(TierLimit.OPERATIONS_PER_SECOND, 2);
        long before = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            taken("shop", "{find: 'orders'}");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(800));
        assertThat(reading().throttledOperations()).isPositive();
        assertThat(reading().throttled()).isPositive();
    }

    @Test
    void limitsDatabases() throws IOException {
        world.limit(TierLimit.DATABASES, 1);
        taken("one", "{insert: 'c', documents: [{_id: 1}]}");

        refused(
                "two",
                "{insert: 'c', documents: [{_id: 1}]}",
                "cannot create a new database -- already using 1 databases of 1");
        taken("one", "{insert: 'other', documents: [{_id: 1}]}");
    }

    @Test
    void limitsCollectionsHoweverTheyComeToBe() throws IOException {
        world.limit(TierLimit.COLLECTIONS, 1);
        taken("one", "{create: 'c'}");

        String message = "cannot create a new collection -- already using 1 collections of 1";
        refused("one", "{create: 'd'}", message);
        refused("one", "{createIndexes: 'd', indexes: []}", message);
        refused("one", "{update: 'd', updates: [{q: {}, u: {}, upsert: true}]}", message);
        refused("one", "{aggregate: 'c', pipeline: [{$out: 'd'}], cursor: {}}", message);
        taken("one", "{update: 'd', updates: [{q: {}, u: {}}]}");
        taken("one", "{drop: 'c'}");
        taken("one", "{create: 'd'}");
    }

    @Test
    void countsCollectionsThatOthersAreAboutToMake() throws IOException {
        world.limit(TierLimit.COLLECTIONS, 1);
        try (RawClient slow = new RawClient(world.port).login("admin")) {
            slow.send(message("shop", "{insert: 'stubborn', documents: [{_id: 1}]}"));
            awaitEngine();

            refused("shop", "{create: 'c'}", "cannot create a new collection -- already using 1 collections of 1");
            world.engine.free.countDown();
            assertThat(slow.receive().document()).doesNotContainKey("errmsg");
        }
    }

    @Test
    void givesThePlaceOfACollectionBackThatDidNotComeToBe() throws IOException {
        world.limit(TierLimit.COLLECTIONS, 1);
        try (RawClient failing = new RawClient(world.port).login("admin")) {
            failing.send(message("shop", "{insert: 'forever', documents: [{_id: 1}]}"));
            awaitEngine();
            int number = client.command("admin", "{currentOp: 1}")
                    .getArray("inprog")
                    .getFirst()
                    .asDocument()
                    .getInt32("opid")
                    .getValue();
            client.command("admin", "{killOp: 1, op: " + number + "}");
            failing.receive();

            taken("shop", "{create: 'c'}");
        }
    }

    @Test
    void countsEveryCollectionOfACommandThatMakesMany() throws IOException {
        world.limit(TierLimit.COLLECTIONS, 1);

        refused(
                "admin",
                "{bulkWrite: 1, ops: [{insert: 0, document: {}}, {insert: 1, document: {}}], "
                        + "nsInfo: [{ns: 'shop.a'}, {ns: 'shop.b'}]}",
                "cannot create a new collection -- already using 1 collections of 1");
    }

    private static byte[] message(String database, String command) {
        return RawClient.message(0, Bson.encode(BsonDocument.parse(command).append("$db", new BsonString(database))));
    }

    private void awaitEngine() throws IOException {
        while (world.engine.commands.isEmpty()) {
            taken("admin", "{ping: 1}");
        }
    }

    @Test
    void stopsWritesButNotDeletionsOverTheQuota() throws IOException {
        world.engine.extraBytes = 6L << 30;

        refused(
                "one",
                "{insert: 'c', documents: [{_id: 1}]}",
                "you are over your space quota, using 6144 MB of 5120 MB");
        taken("one", "{delete: 'c', deletes: [{q: {}, limit: 0}]}");
        taken("one", "{find: 'c'}");
        assertThat(reading().logicalBytes()).isEqualTo(6L << 30);
    }

    @Test
    void limitsTheLengthOfNames() throws IOException {
        String database = "d".repeat(39);
        refused(
                database,
                "{find: 'c'}",
                "Database name " + database + " is too long. Max database name length is 38 bytes.");
        taken("d".repeat(38), "{find: 'c'}");
        String collection = "c".repeat(95 - 4);
        refused(
                "shop",
                "{create: '" + collection + "'}",
                "Namespace shop." + collection + " is too long. Max namespace length is 95 bytes.");
        taken("shop", "{create: '" + collection.substring(1) + "'}");
    }

    @ParameterizedTest
    @CsvSource({"'', c", "'a b', c", "'a.b', c", "shop, 'a$b'", "shop, '.a'"})
    void refusesNamesThatCannotBe(String database, String collection) throws IOException {
        BsonDocument error = client.command(database, "{find: '" + collection + "'}");

        assertThat(error.getInt32("code").getValue()).isEqualTo(73);
    }

    @Test
    void limitsNesting() throws IOException {
        String deepest = nested(50);
        taken("shop", "{insert: 'orders', documents: [" + deepest + "]}");
        refused(
                "shop",
                "{insert: 'orders', documents: [" + nested(51) + "]}",
                "document exceeds maximum nested object depth: 50");
    }

    private static String nested(int levels) {
        return "{a: ".repeat(levels) + "1" + "}".repeat(levels);
    }

    @Test
    void limitsStages() throws IOException {
        taken("shop", pipeline(50));
        refused("shop", pipeline(51), "Pipeline length greater than 50 not supported");
    }

    private static String pipeline(int stages) {
        return "{aggregate: 'orders', cursor: {}, pipeline: ["
                + String.join(",", Collections.nCopies(stages, "{$match: {}}")) + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{find: 'c', noCursorTimeout: true} | noTimeout cursors are disallowed in this atlas tier",
                "{find: 'c', filter: {$where: 'true'}} | $where not allowed in this atlas tier",
                "{count: 'c', query: {a: {$elemMatch: {$where: '1'}}}} | $where not allowed in this atlas tier",
                "{aggregate: 'c', pipeline: [{$project: {a: {$function: {}}}}], cursor: {}} | $function is not allowed in this atlas tier",
                "{aggregate: 'c', pipeline: [{$group: {_id: 1, a: {$accumulator: {}}}}], cursor: {}} | $accumulator is not allowed in this atlas tier",
                "{find: 'c', filter: {$expr: {$in: ['x', '$$USER_ROLES._id']}}} | $$USER_ROLES is not allowed in this atlas tier",
                "{aggregate: 'c', pipeline: [{$planCacheStats: {}}], cursor: {}} | $planCacheStats is not allowed in this atlas tier",
                "{aggregate: 'c', pipeline: [], cursor: {}, maxTimeMS: 300001} | maxTimeMS must not exceed 300000 in this atlas tier",
                "{mapReduce: 'c'} | CMD_NOT_ALLOWED: mapReduce",
                "{setParameter: 1} | CMD_NOT_ALLOWED: setParameter",
                "{validate: 'c'} | CMD_NOT_ALLOWED: validate"
            })
    void refusesWhatTheTierDoesNotOffer(String command, String message) throws IOException {
        refused("shop", command, message);
    }

    @Test
    void takesOperatorsAsData() throws IOException {
        taken("shop", "{insert: 'orders', documents: [{query: {$where: 'this'}}]}");
    }

    @Test
    void metersServerlessByUnitsAndDoesNotThrottle() throws IOException {
        try (World serverless = new World(TestTier.SERVERLESS, ConnectionTimeouts.usual());
                RawClient other = new RawClient(serverless.port).login("admin")) {
            String filling = "x".repeat(3000);
            other.command("shop", "{insert: 'orders', documents: [{_id: 1, a: '" + filling + "'}]}");
            other.command("shop", "{find: 'orders'}");
            other.command("shop", "{ping: 1}");
            MeterReading reading =
                    serverless.gateway.metering().reading(World.CLUSTER).orElseThrow();

            assertThat(reading.writeUnits()).isEqualTo(4);
            assertThat(reading.readUnits()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{create: 'c', capped: true}",
                "{aggregate: 'orders', pipeline: [{$out: 'c'}], cursor: {}}",
                "{find: 'orders', collation: {locale: 'de'}}",
                "{update: 'orders', updates: [{q: {}, u: {$set: {a: 1}}, collation: {locale: 'de'}}]}",
                "{createIndexes: 'orders', indexes: [{key: {a: 1}, name: 'a', collation: {locale: 'de'}}]}",
                "{insert: 'orders', documents: [{}], writeConcern: {w: 2}}"
            })
    void refusesWhatServerlessDoesNotOffer(String command) throws IOException {
        try (World serverless = new World(TestTier.SERVERLESS, ConnectionTimeouts.usual());
                RawClient other = new RawClient(serverless.port).login("admin")) {
            assertThat(other.command("shop", command).get("code")).isEqualTo(new BsonInt32(8000));
            assertThat(other.command("shop", "{insert: 'orders', documents: [{collation: 1}], writeConcern: {w: 1}}")
                            .get("n"))
                    .isEqualTo(new BsonInt32(1));
        }
    }

    @Test
    void counts() throws IOException {
        taken("shop", "{insert: 'orders', documents: [{_id: 1}]}");
        taken("shop", "{find: 'orders'}");
        taken("shop", "{find: 'orders'}");
        client.command("shop", "{ping: 1}");

        MeterReading reading = reading();
        assertThat(reading.connections()).isEqualTo(1);
        assertThat(reading.connectionsOpened()).isEqualTo(1);
        assertThat(reading.operations())
                .containsEntry(OperationKind.INSERT, 1L)
                .containsEntry(OperationKind.QUERY, 2L)
                .containsEntry(OperationKind.COMMAND, 0L);
        assertThat(reading.bytesIn()).isPositive();
        assertThat(reading.bytesOut()).isPositive();
    }
}
