package io.telamon.gateway.net;

import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.thread.EssentialThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open port: accepts connections and gives each a virtual thread. */
final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BACKLOG = 1024;

    private final ConnectionContext services;
    private final ListenerSpec spec;
    private final AtomicLong connectionIds;
    private final ServerSocket server;
    private final EssentialThread acceptor;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    Listener(ConnectionContext services, ListenerSpec spec, AtomicLong connectionIds) throws IOException {
        this.services = services;
        this.spec = spec;
        this.connectionIds = connectionIds;
        this.server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(spec.bind(), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException("listener " + spec.name() + " cannot bind " + spec.bind() + ": " + e.getMessage(), e);
        }
        this.acceptor = services.threads().start("gateway-accept-" + spec.name(), this::accept);
    }

    int port() {
        return ((InetSocketAddress) server.getLocalSocketAddress()).getPort();
    }

    boolean hasTls() {
        return spec.tls().isPresent();
    }

    Admission admission() {
        return spec.admission();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                accept(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("listener {} cannot accept: {}", spec.name(), e.getMessage());
                    pause();
                }
            }
        }
    }

    private void accept(Socket socket) throws IOException {
        try {
            accepted(socket);
        } catch (RuntimeException e) {
            LOG.error("listener {} has failed to take a connection", spec.name(), e);
            socket.close();
        } catch (Error e) {
            socket.close();
            throw e;
        }
    }

    private void accepted(Socket socket) throws IOException {
        Connection connection = new Connection(services, this, socket, connectionIds.incrementAndGet());
        if (!services.connections().admit(connection)) {
            socket.close();
            return;
        }
        connections.add(connection);
        try {
            Thread.ofVirtual().name("gateway-connection").start(connection);
        } catch (RuntimeException | Error e) {
            connections.remove(connection);
            connection.giveWay();
            throw e;
        }
        if (server.isClosed()) {
            connection.end();
        }
    }

    /** Waits until something that is short, such as file descriptors, may be there again. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    /** The cluster that all its connections are for, if that does not depend on what they say. */
    Optional<ServedCluster> cluster() {
        return switch (spec.route()) {
            case Route.ToCluster fixed -> services.clusters().byId(fixed.cluster());
            case Route.ByServerName() -> Optional.empty();
        };
    }

    /** Shakes hands if there is TLS, and finds the cluster that a connection is for. */
    Optional<RoutedConnection> enter(Socket socket, Optional<ServedCluster> byPort) throws IOException {
        Socket stream = spec.tls().isPresent() ? TlsHandshake.server(spec.tls().get(), socket) : socket;
        return switch (spec.route()) {
            case Route.ToCluster fixed ->
                byPort.map(found ->
                        new RoutedConnection(found, () -> fixed.members().reached(port()), stream));
            case Route.ByServerName() ->
                TlsHandshake.serverName(stream)
                        .flatMap(services.clusters()::byHost)
                        .map(member -> entrance(member, stream));
        };
    }

    private RoutedConnection entrance(NamedMember member, Socket stream) {
        List<HostAddress> hosts = member.hosts().stream()
                .map(host -> new HostAddress(host.toLowerCase(Locale.ROOT), port()))
                .toList();
        Membership membership = new Membership(hosts, member.member());
        return new RoutedConnection(services.clusters().of(member), () -> Optional.of(membership), stream);
    }

    @Override
    public void close() {
        acceptor.end();
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("listener {} is gone", spec.name(), e);
        }
        connections.forEach(Connection::end);
    }
}
