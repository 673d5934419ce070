package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.wire.Bson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the gateway greets. */
class HelloTest {

    private World world;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        client = new RawClient(world.port);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        world.close();
    }

    @Test
    void presentsItselfAsThePrimaryOfAReplicaSetOfOne() throws Exception {
        BsonDocument hello = client.command("admin", "{hello: 1}");

        String me = "127.0.0.1:" + world.port;
        assertThat(hello.getBoolean("isWritablePrimary").getValue()).isTrue();
        assertThat(hello.getString("setName").getValue()).isEqualTo("rs0");
        assertThat(hello.getArray("hosts")).containsExactly(new BsonString(me));
        assertThat(hello.getString("me").getValue()).isEqualTo(me);
        assertThat(hello.getInt32("maxWireVersion").getValue()).isEqualTo(21);
        assertThat(hello.getDocument("topologyVersion")).containsKeys("processId", "counter");
    }

    @Test
    void agreesOnTheClientsFirstChoiceOfCompressors() throws Exception {
        BsonDocument hello = client.command("admin", "{hello: 1, compression: ['lz4', 'zlib', 'snappy']}");

        assertThat(hello.getArray("compression")).containsExactly(new BsonString("zlib"), new BsonString("snappy"));
    }

    @Test
    void tellsTheSameMechanismsWhoeverIsAskedAbout() throws Exception {
        BsonDocument known = client.command("admin", "{hello: 1, saslSupportedMechs: 'admin.admin'}");
        BsonDocument unknown = client.command("admin", "{hello: 1, saslSupportedMechs: 'admin.nobody'}");

        assertThat(unknown.get("saslSupportedMechs")).isEqualTo(known.get("saslSupportedMechs"));
    }

    @Test
    void waitsWhileThereIsNothingNew() throws Exception {
        BsonDocument wait = waiting(client.command("admin", "{hello: 1}"), 300);

        Instant before = Instant.now();
        client.command("admin", wait);

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void answersEarlierWhenTheClusterChanges() throws Exception {
        BsonDocument wait = waiting(client.command("admin", "{hello: 1}"), 60_000);
        Thread.ofVirtual().start(() -> world.tenant(HelloTest::unavailable));

        BsonDocument hello = client.command("admin", wait);

        assertThat(hello.getDocument("topologyVersion").getInt64("counter").getValue())
                .isEqualTo(1);
    }

    @Test
    void goesOnAnsweringClientsThatAllowIt() throws Exception {
        BsonDocument wait = waiting(client.command("admin", "{hello: 1}"), 50);

        client.send(RawClient.message(1 << 16, Bson.encode(wait.append("$db", new BsonString("admin")))));

        RawClient.Reply first = client.receive();
        RawClient.Reply second = client.receive();
        assertThat(first.responseTo()).isEqualTo(77);
        assertThat(first.flags() & 2).isEqualTo(2);
        assertThat(second.responseTo()).isEqualTo(first.requestId());
    }

    @Test
    void refusesAnotherVersionOfTheApi() throws Exception {
        BsonDocument error = client.command("admin", "{hello: 1, apiVersion: '2'}");

        assertThat(error.getInt32("code").getValue()).isEqualTo(322);
    }

    @Test
    void answersQuestionsAboutItself() throws Exception {
        assertThat(client.command("admin", "{buildInfo: 1}")
                        .getString("version")
                        .getValue())
                .isEqualTo("8.0.4");
        assertThat(client.command("admin", "{whatsmyuri: 1}").getString("you").getValue())
                .startsWith("127.0.0.1:");
        assertThat(status().getArray("authenticatedUsers")).isEmpty();
        client.login("admin");
        assertThat(status().getArray("authenticatedUsers")).hasSize(1);
        client.command("admin", "{logout: 1}");
        assertThat(status().getArray("authenticatedUsers")).isEmpty();
    }

    @Test
    void tellsThePrivilegesOfAConnectionIfAsked() throws Exception {
        Privilege insert = new Privilege(new Resource.Collection("", "log"), Set.of(Action.INSERT));
        Privilege rename =
                new Privilege(new Resource.Database("shop"), Set.of(Action.RENAME_COLLECTION_SAME_DB, Action.FIND));
        world.role(new CustomRole("custom", List.of(insert, rename), List.of(new RoleGrant("killOpSession", "admin"))));
        world.user("custom", new RoleGrant("custom", "admin"));
        client.login("custom");

        assertThat(status()).doesNotContainKey("authenticatedUserPrivileges");
        assertThat(client.command("admin", "{connectionStatus: 1, showPrivileges: true}")
                        .getDocument("authInfo")
                        .getArray("authenticatedUserPrivileges"))
                .containsExactly(
                        BsonDocument.parse("{resource: {cluster: true}, "
                                + "actions: ['inprog', 'killAnyCursor', 'killAnySession', 'killop', 'listSessions']}"),
                        BsonDocument.parse(
                                "{resource: {db: 'shop', collection: ''}, actions: ['find', 'renameCollectionSameDB']}"),
                        BsonDocument.parse("{resource: {db: '', collection: 'log'}, actions: ['insert']}"));
    }

    private BsonDocument status() throws Exception {
        return client.command("admin", "{connectionStatus: 1}").getDocument("authInfo");
    }

    @Test
    void answersOnlyTwoParameters() throws Exception {
        client.login("admin");

        assertThat(client.command("admin", "{getParameter: 1, authenticationMechanisms: 1}"))
                .containsKey("authenticationMechanisms");
        BsonDocument refused = client.command("admin", "{getParameter: 1, featureCompatibilityVersion: 1}");
        assertThat(refused.getInt32("code").getValue()).isEqualTo(8000);
    }

    private static Tenant unavailable(Tenant tenant) {
        return new Tenant(
                tenant.id(),
                tenant.project(),
                tenant.name(),
                tenant.replicaSet(),
                Availability.UNAVAILABLE,
                tenant.features(),
                tenant.limits());
    }

    private static BsonDocument waiting(BsonDocument hello, int millis) {
        return new BsonDocument("hello", new BsonInt32(1))
                .append("topologyVersion", hello.get("topologyVersion"))
                .append("maxAwaitTimeMS", new BsonInt32(millis));
    }
}
