package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.wire.Bson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what a cluster is doing, and who may end it. */
class OperationTest {

    private static final String OWN = "{currentOp: 1, $ownOps: true}";
    private static final String ALL = "{currentOp: 1}";

    private World world;
    private RawClient busy;
    private RawClient same;
    private RawClient other;
    private RawClient admin;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        world.user("reader", new RoleGrant("read", "shop"));
        world.user("writer", new RoleGrant("readWrite", "shop"));
        busy = new RawClient(world.port).login("reader");
        same = new RawClient(world.port).login("reader");
        other = new RawClient(world.port).login("writer");
        admin = new RawClient(world.port).login("admin");
    }

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : List.of(busy, same, other, admin)) {
            client.close();
        }
        world.engine.free.countDown();
        world.close();
    }

    private void begin(String command) throws IOException {
        BsonDocument body = BsonDocument.parse(command).append("$db", new BsonString("shop"));
        busy.send(RawClient.message(0, Bson.encode(body)));
    }

    private static List<BsonDocument> shown(RawClient client, String command) throws IOException {
        return client.command("admin", command).getArray("inprog").stream()
                .map(operation -> operation.asDocument())
                .toList();
    }

    /** The operation that was begun, once it has reached the engine. */
    private static BsonDocument running(RawClient client, String command) throws IOException {
        long begun = System.nanoTime();
        List<BsonDocument> shown = shown(client, command);
        while (shown.isEmpty()
                && System.nanoTime() - begun < Duration.ofSeconds(5).toNanos()) {
            shown = shown(client, command);
        }
        return shown.getFirst();
    }

    private static String kill(BsonDocument operation) {
        return "{killOp: 1, op: " + operation.getInt32("opid").getValue() + "}";
    }

    @Test
    void showsWhatIsUnderWayAsMongoDbShapesIt() throws IOException {
        begin("{find: 'forever', filter: {a: 7}}");

        BsonDocument operation = running(admin, ALL);

        assertThat(operation.getString("ns").getValue()).isEqualTo("shop.forever");
        assertThat(operation.getString("op").getValue()).isEqualTo("query");
        assertThat(operation.getDocument("command").getDocument("filter")).isEqualTo(BsonDocument.parse("{a: 7}"));
        assertThat(operation.getArray("effectiveUsers"))
                .containsExactly(BsonDocument.parse("{user: 'reader', db: 'admin'}"));
        assertThat(operation.getBoolean("active").getValue()).isTrue();
        assertThat(operation.getString("client").getValue()).startsWith("127.0.0.1:");
        assertThat(operation.getString("desc").getValue())
                .isEqualTo("conn" + operation.getInt64("connectionId").getValue());
        assertThat(operation.getInt64("microsecs_running").getValue()).isPositive();
        assertThat(operation.getInt64("secs_running").getValue()).isLessThan(5);
        assertThat(running(admin, ALL).get("opid")).isEqualTo(operation.get("opid"));
    }

    @Test
    void showsOperationsThatMeetTheConditions() throws IOException {
        begin("{find: 'forever'}");
        running(admin, ALL);

        assertThat(shown(admin, "{currentOp: 1, ns: 'shop.forever', secs_running: {$lt: 60}}"))
                .hasSize(1);
        assertThat(shown(admin, "{currentOp: 1, $or: [{op: 'insert'}, {'command.find': 'forever'}]}"))
                .hasSize(1);
        assertThat(shown(admin, "{currentOp: 1, secs_running: {$gt: 60}}")).isEmpty();
        assertThat(shown(admin, "{currentOp: 1, op: {$ne: 'query'}}")).isEmpty();
        assertThat(admin.command("admin", "{currentOp: 1, ns: /shop/}").get("code"))
                .isEqualTo(new BsonInt32(2));
    }

    @Test
    void showsOnlyTheBeginningOfLargeCommands() throws IOException {
        begin("{find: 'forever', comment: '" + "x".repeat(20_000) + "'}");

        assertThat(running(admin, ALL)
                        .getDocument("command")
                        .getString("$truncated")
                        .getValue())
                .startsWith("{\"find\": \"forever\"")
                .hasSizeLessThan(2000);
    }

    @Test
    void showsEveryoneTheirOwn() throws IOException {
        begin("{find: 'forever'}");

        assertThat(running(same, OWN).getString("ns").getValue()).isEqualTo("shop.forever");
        assertThat(shown(other, OWN)).isEmpty();
        assertThat(shown(admin, OWN)).isEmpty();
        assertThat(same.command("admin", ALL).get("code")).isEqualTo(new BsonInt32(8000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{currentOp: 1, $ownOps: true}", "{killOp: 1, op: 1}"})
    void takesTheCommandsOnAdminFromThoseWhoAreAuthenticated(String command) throws IOException {
        try (RawClient stranger = new RawClient(world.port)) {
            assertThat(stranger.command("admin", command).get("code")).isEqualTo(new BsonInt32(13));
        }
        assertThat(admin.command("shop", command).get("code")).isEqualTo(new BsonInt32(13));
    }

    @Test
    void killsForTheUser() throws IOException {
        begin("{find: 'forever'}");
        BsonDocument operation = running(admin, ALL);

        BsonDocument reply = same.command("admin", kill(operation));

        assertThat(reply).isEqualTo(BsonDocument.parse("{info: 'attempting to kill op', ok: 1.0}"));
        BsonDocument error = busy.receive().document();
        assertThat(error.get("code")).isEqualTo(new BsonInt32(11601));
        assertThat(error.getString("codeName").getValue()).isEqualTo("Interrupted");
        assertThat(shown(admin, ALL)).isEmpty();
    }

    @Test
    void leavesTheConnectionAndTheClusterAsTheyWere() throws IOException {
        begin("{find: 'forever'}");
        same.command("admin", kill(running(same, OWN)));
        busy.receive();

        assertThat(busy.command("shop", "{find: 'orders'}")).doesNotContainKey("errmsg");
        assertThat(world.gateway.metering().unreachable()).isEmpty();
    }

    @Test
    void doesNotTellWhatBecameOfAnOperationThatTheEngineEndsAllTheSame() throws IOException {
        begin("{find: 'stubborn'}");
        same.command("admin", kill(running(same, OWN)));
        assertThat(running(same, OWN).getBoolean("killPending").getValue()).isTrue();

        world.engine.free.countDown();

        assertThat(busy.receive().document().get("code")).isEqualTo(new BsonInt32(11601));
        assertThat(busy.command("shop", "{find: 'stubborn'}")).doesNotContainKey("errmsg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "admin"})
    void doesNotKillWhatAnotherUserDoesNorTellThatItIsThere(String killer) throws IOException {
        begin("{find: 'stubborn'}");
        BsonDocument operation = running(admin, ALL);

        BsonDocument foreign = (killer.equals("other") ? other : admin).command("admin", kill(operation));
        BsonDocument unknown = other.command("admin", "{killOp: 1, op: 123456}");
        world.engine.free.countDown();

        assertThat(foreign).isEqualTo(unknown).containsKey("info");
        assertThat(busy.receive().document()).doesNotContainKey("errmsg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{killOp: 1}",
                "{killOp: 1, op: 'x'}",
                "{killOp: 1, op: 0}",
                "{killOp: 1, op: {$numberLong: '4294967297'}}"
            })
    void killsNothingWithoutANumber(String command) throws IOException {
        begin("{find: 'stubborn'}");
        running(same, OWN);
        same.command("admin", command);
        world.engine.free.countDown();

        assertThat(busy.receive().document()).doesNotContainKey("errmsg");
    }
}
