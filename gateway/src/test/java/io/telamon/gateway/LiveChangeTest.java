package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.api.Admission;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.RoleGrant;
import java.io.IOException;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of the control plane reach connections that are open. */
class LiveChangeTest {

    private World world;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        world.user("reader", new RoleGrant("read", "shop"));
        client = new RawClient(world.port).login("reader");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        world.close();
    }

    @Test
    void disconnectsDeletedUsers() {
        world.remove("reader");

        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void doesNotLetInAUserWhoIsDeletedWhileAuthenticating() throws IOException {
        try (RawClient other = new RawClient(world.port)) {
            String challenge = other.challenge("reader");
            world.remove("reader");

            assertThat(other.prove("reader", challenge).getInt32("code").getValue())
                    .isEqualTo(8000);
        }
    }

    @Test
    void closesConnectionsItCannotAskAbout() {
        world.usersFail();

        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void disconnectsUsersWithAnotherPassword() {
        world.user("reader", new RoleGrant("read", "shop"));

        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void appliesRolesAtOnce() throws IOException {
        BsonDocument before = client.command("bank", "{find: 'accounts'}");
        give("bank");
        BsonDocument after = client.command("bank", "{find: 'accounts'}");

        assertThat(before.getInt32("code").getValue()).isEqualTo(8000);
        assertThat(after).doesNotContainKey("errmsg");
    }

    @Test
    void doesNotBringBackAUserWhoLogsOutWhileLookedUp() throws IOException {
        world.meanwhile(() -> client.command("admin", "{logout: 1}"));
        world.user("somebody");

        assertThat(client.command("shop", "{find: 'orders'}")
                        .getString("errmsg")
                        .getValue())
                .contains("requires authentication");
    }

    @Test
    void doesNotBringBackAUserInPlaceOfWhomAnotherLogsIn() throws IOException {
        world.user("teller", new RoleGrant("read", "bank"));
        world.meanwhile(() -> client.login("teller"));
        world.user("somebody");

        assertThat(client.command("bank", "{find: 'accounts'}")).doesNotContainKey("errmsg");
        assertThat(client.command("shop", "{find: 'orders'}").getInt32("code").getValue())
                .isEqualTo(8000);
    }

    @Test
    void keepsTheRolesOfTheLaterOfTwoChanges() throws IOException {
        world.meanwhile(() -> {
            give("bank");
            return true;
        });
        world.user("somebody");

        assertThat(client.command("bank", "{find: 'accounts'}")).doesNotContainKey("errmsg");
        assertThat(client.command("shop", "{find: 'orders'}").getInt32("code").getValue())
                .isEqualTo(8000);
    }

    private void give(String database) {
        var user = world.find(World.PROJECT, "admin", "reader").orElseThrow();
        world.put(new DatabaseUser(
                user.database(),
                user.name(),
                user.credentials(),
                List.of(new RoleGrant("read", database)),
                user.scopes()));
    }

    @Test
    void closesConnectionsFromAddressesTakenOffTheList() throws IOException {
        world.accessListOpen(false);

        assertThat(client.isClosed()).isTrue();
        try (RawClient another = new RawClient(world.port)) {
            assertThat(another.isClosed()).isTrue();
        }
        assertThat(world.gateway.metering().reading(World.CLUSTER).orElseThrow().connectionsRefused())
                .isEqualTo(1);
    }

    @Test
    void letsPrivateEndpointsInWhateverTheListSays() throws IOException {
        int port = world.gateway.listeners().open(World.listener("endpoint", Admission.PRIVATE_ENDPOINT));
        try (RawClient inside = new RawClient(port).login("reader")) {
            world.accessListOpen(false);

            assertThat(inside.command("shop", "{find: 'orders'}")).doesNotContainKey("errmsg");
        }
    }

    @Test
    void closesTheConnectionsOfAClosedListener() throws IOException {
        int port = world.gateway.listeners().open(World.listener("endpoint", Admission.PRIVATE_ENDPOINT));
        try (RawClient inside = new RawClient(port).login("reader")) {
            world.gateway.listeners().close("endpoint");

            assertThat(inside.isClosed()).isTrue();
            assertThat(client.command("shop", "{find: 'orders'}")).doesNotContainKey("errmsg");
        }
    }

    @Test
    void endsTheConnectionsOfADeletedCluster() throws IOException {
        world.deleteCluster();

        assertThat(client.isClosed()).isTrue();
        try (RawClient another = new RawClient(world.port)) {
            assertThat(another.isClosed()).isTrue();
        }
    }

    @Test
    void answersWhenTheEngineDoesNot() throws IOException {
        assertThat(client.command("shop", "{find: 'silence'}").getInt32("code").getValue())
                .isEqualTo(1);
    }

    @Test
    void endsTheConnectionOverAnAnswerThatFailsAfterItHasBegun() throws IOException {
        assertThat(client.command("shop", "{find: 'afterthought'}")).containsKey("cursor");
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void tellsClientsToTryAgainWhileTheEngineIsDown() throws IOException {
        world.engine.down = true;
        BsonDocument down = client.command("shop", "{find: 'orders'}");
        world.engine.down = false;
        BsonDocument up = client.command("shop", "{find: 'orders'}");

        assertThat(down.getInt32("code").getValue()).isEqualTo(6);
        assertThat(down.getArray("errorLabels")).hasSize(1);
        assertThat(up).doesNotContainKey("errmsg");
    }
}
