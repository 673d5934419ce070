package io.telamon.control.api;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The HTTP server: binds, accepts, hands every request to the pipeline, and drains when it stops. */
public final class ApiServer implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(4);

    private final WebServer server;

    private ApiServer(WebServer server) {
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for a free one
     * @param tls the server's key and certificate, or nothing to serve plain http
     * @param publicOrigin what links begin with, or nothing to take it from each request's {@code Host}
     * @throws UncheckedIOException when the address or the port cannot be listened on
     */
    public static ApiServer start(
            InetAddress address, int port, Optional<SSLContext> tls, Optional<String> publicOrigin, Pipeline pipeline) {
        requireFree(new InetSocketAddress(address, port));
        WebServerConfig.Builder config = WebServer.builder()
                .address(address)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(DRAIN)
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .routing(routing -> routing.any(new PipelineHandler(pipeline, publicOrigin)));
        tls.ifPresent(context -> config.tls(Tls.builder().sslContext(context).build()));
        WebServer server = config.build().start();
        if (!server.isRunning()) {
            throw new IllegalStateException("the web server did not start, and its log says why");
        }
        return new ApiServer(server);
    }

    /** Finds out before Helidon does, which would log a stack trace and carry on without listening. */
    private static void requireFree(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
