package io.telamon.gateway.net;

import io.telamon.gateway.cluster.Cluster;
import io.telamon.gateway.cluster.Live;
import io.telamon.gateway.cluster.Operation;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.spi.Admission;
import io.telamon.gateway.spi.Client;
import io.telamon.gateway.spi.HostAddress;
import io.telamon.gateway.spi.Limit;
import io.telamon.gateway.wire.MalformedFrameException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection, from its acceptance to its end. Its thread runs it; any thread may end it. */
final class Connection implements Runnable, Live {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** After so long a silence the peer is asked whether it is still there. */
    private static final int KEEP_ALIVE_SECONDS = 120;

    private final Services services;
    private final Listener listener;
    private final Socket socket;
    private final long id;
    private final Patience patience;
    private final InetSocketAddress peer;
    private volatile @Nullable ClientSession session;
    private volatile @Nullable Conversation conversation;

    Connection(Services services, Listener listener, Socket socket, long id) {
        this.services = services;
        this.listener = listener;
        this.socket = socket;
        this.id = id;
        this.patience = new Patience(services.deadlines());
        this.peer = (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public void run() {
        services.watch().add(this);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
            patience.handshakeBegun();
            begin();
        } catch (MalformedFrameException e) {
            LOG.debug("connection {} from {}: {}", id, peer, e.getMessage());
        } catch (IOException e) {
            LOG.trace("connection {} from {} ended", id, peer, e);
        } catch (RuntimeException e) {
            LOG.error("connection {} from {} failed", id, peer, e);
        } finally {
            services.watch().remove(this);
            listener.remove(this);
            end();
        }
    }

    /** Turns strangers away before the cost of TLS where the port tells which cluster they want. */
    private void begin() throws IOException {
        Optional<Cluster> byPort = listener.cluster();
        if (byPort.isPresent() && isTurnedAway(byPort.get())) {
            return;
        }
        Optional<Entrance> entrance = listener.enter(socket, byPort);
        if (entrance.isPresent()
                && (byPort.isPresent() || !isTurnedAway(entrance.get().cluster()))) {
            enter(entrance.get());
        }
    }

    private boolean isTurnedAway(Cluster cluster) {
        boolean admitted = admitted(cluster);
        if (!admitted) {
            cluster.meter().connectionRefused();
        }
        return !admitted;
    }

    private void enter(Entrance entrance) throws IOException {
        Cluster cluster = entrance.cluster();
        if (!cluster.meter().connectionOpened(cluster.tenant().limits().of(Limit.CONNECTIONS))) {
            return;
        }
        try {
            cluster.add(this);
            if (admitted(cluster) && services.clusters().exists(cluster)) {
                converse(cluster, entrance.advertised(), entrance.socket());
            }
        } finally {
            cluster.remove(this);
            cluster.meter().connectionClosed();
        }
    }

    private boolean admitted(Cluster cluster) {
        return listener.admission() == Admission.PRIVATE_ENDPOINT
                || services.accessList().allows(cluster.tenant().project(), address());
    }

    private void converse(Cluster cluster, HostAddress advertised, Socket stream) throws IOException {
        ClientSession begun = new ClientSession(cluster, new Client(id, peer), advertised);
        session = begun;
        SocketTransport transport = new SocketTransport(socket, stream, patience);
        try (Conversation talk = new Conversation(services, transport, patience, begun)) {
            conversation = talk;
            talk.run();
        }
    }

    @Override
    public InetAddress address() {
        return peer.getAddress();
    }

    @Override
    public Admission admission() {
        return listener.admission();
    }

    @Override
    public boolean userMayStay() {
        ClientSession known = session;
        return known == null || services.authentication().refresh(known);
    }

    @Override
    public Optional<Operation> operation() {
        return Optional.ofNullable(session).map(ClientSession::operation);
    }

    void endIfSlow(long now) {
        if (patience.isLost(now)) {
            LOG.debug("connection {} from {} takes too long", id, peer);
            end();
        }
    }

    @Override
    public void end() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.trace("connection {} from {} is gone", id, peer, e);
        }
        Conversation talk = conversation;
        if (talk != null) {
            talk.close();
        }
    }
}
