package io.telamon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.telamon.gateway.spi.directory.TierLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that nobody authenticates on do not keep users out. */
@Timeout(120)
class ConnectionLimitTest {

    private final List<Socket> sockets = new ArrayList<>();
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        world.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.port);
        sockets.add(socket);
        return socket;
    }

    private RawClient client() throws IOException {
        return new RawClient(connect());
    }

    private void flood(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            connect();
        }
    }

    @Test
    void letsUsersInAlthoughOneAddressHoldsAllConnectionsOfACluster() throws IOException {
        RawClient before = client().login("admin");
        flood(600);
        RawClient after = client().login("admin");

        assertThat(before.command("admin", "{ping: 1}")).containsKey("ok");
        assertThat(after.command("admin", "{ping: 1}")).containsKey("ok");
        assertThat(world.reading().connectionsRefused()).isPositive();
    }

    @Test
    void letsUsersInAlthoughOneAddressHoldsAllConnectionsOfTheGateway() throws IOException {
        world.unlimited(TierLimit.CONNECTIONS);
        RawClient before = client().login("admin");
        flood(1300);
        RawClient after = client().login("admin");

        assertThat(before.command("admin", "{ping: 1}")).containsKey("ok");
        assertThat(after.command("admin", "{ping: 1}")).containsKey("ok");
        assertThat(world.reading().connections()).isLessThanOrEqualTo(1000);
    }

    @Test
    void letsUsersInAlthoughAllOtherConnectionsHaveGreeted() throws IOException {
        world.limit(TierLimit.CONNECTIONS, 20);
        for (int i = 0; i < 20; i++) {
            client().command("admin", "{hello: 1}");
        }
        assertThat(client().login("admin").command("admin", "{ping: 1}")).containsKey("ok");
    }

    @Test
    void keepsMonitoringConnectionsThatAreFew() throws IOException {
        world.limit(TierLimit.CONNECTIONS, 20);
        List<RawClient> monitors = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            RawClient monitor = client();
            monitor.command("admin", "{hello: 1}");
            monitors.add(monitor);
        }
        for (int i = 0; i < 10; i++) {
            client().login("admin");
        }
        RawClient tooMany = client();

        assertThat(tooMany.isClosed()).isTrue();
        for (RawClient monitor : monitors) {
            assertThat(monitor.command("admin", "{hello: 1}")).containsKey("ok");
        }
    }

    @Test
    void countsConnectionsOutOnceAlthoughTheyGaveWay() throws Exception {
        world.limit(TierLimit.CONNECTIONS, 5);
        flood(50);
        RawClient user = client().login("admin");
        for (Socket socket : sockets.subList(0, 50)) {
            socket.close();
        }
        await().until(() -> world.reading().connections() <= 1);
        assertThat(user.command("admin", "{ping: 1}")).containsKey("ok");
        assertThat(world.reading().connections()).isEqualTo(1);
    }

    @Test
    void listsTheThreadsItNeeds() {
        assertThat(world.threads.states())
                .containsEntry("gateway-accept-cluster", true)
                .containsEntry("gateway-watch", true);
        world.gateway.close();
        assertThat(world.threads.states()).isEmpty();
    }
}
