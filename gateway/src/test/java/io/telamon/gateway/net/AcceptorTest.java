package io.telamon.gateway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AcceptorTest {

    private final EssentialThreads threads = new EssentialThreads();

    @SuppressWarnings("NullAway")
    private ConnectionContext services(boolean failing) {
        ConnectionContext complete = new Fixture(new DecodingEngine()).services;
        return new ConnectionContext(
                complete.clusters(),
                complete.accessList(),
                complete.dispatcher(),
                complete.greeting(),
                complete.authentication(),
                complete.engine(),
                complete.watch(),
                complete.deadlines(),
                failing ? null : complete.connections(),
                threads);
    }

    private static final ListenerSpec SPEC = new ListenerSpec(
            "port",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            new Route.ToCluster(new ClusterId("cluster"), "127.0.0.1"),
            Admission.PRIVATE_ENDPOINT);

    @Test
    void goesOnAfterAnAcceptThatFailed() throws IOException {
        try (OpenListeners listeners = new OpenListeners(services(true))) {
            int port = listeners.open(SPEC);
            for (int i = 0; i < 3; i++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    assertThat(socket.getInputStream().read()).isNegative();
                }
            }
            assertThat(threads.states()).isEqualTo(Map.of("gateway-accept-port", true));
        }
    }

    @Test
    void isListedUntilItsPortIsClosed() throws IOException {
        try (OpenListeners listeners = new OpenListeners(services(false))) {
            listeners.open(SPEC);
            assertThat(threads.states()).isEqualTo(Map.of("gateway-accept-port", true));
            listeners.close("port");
            assertThat(threads.states()).isEmpty();
        }
    }
}
