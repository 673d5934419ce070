package io.telamon.gateway.net;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.cluster.ActiveOperation;
import io.telamon.gateway.cluster.LiveConnection;
import io.telamon.gateway.cluster.MemberConnections;
import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.model.Membership;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.engine.Client;
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
final class Connection implements Runnable, LiveConnection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** After so long a silence the peer is asked whether it is still there. */
    private static final int KEEP_ALIVE_SECONDS = 120;

    /** One address may have so many unauthenticated connections to a cluster, whatever the cluster's limit. */
    private static final int LEAST_OF_AN_ADDRESS = 16;

    private final ConnectionContext services;
    private final Listener listener;
    private final Socket socket;
    private final long id;
    private final PeerTimeout timeout;
    private final InetSocketAddress peer;
    private @Nullable Place entered;
    private boolean left;
    private volatile @Nullable ClientSession session;
    private volatile @Nullable Conversation conversation;

    /** Where a connection is counted. */
    private record Place(ServedCluster cluster, MemberConnections member) {}

    Connection(ConnectionContext services, Listener listener, Socket socket, long id) {
        this.services = services;
        this.listener = listener;
        this.socket = socket;
        this.id = id;
        this.timeout = new PeerTimeout(services.deadlines());
        this.peer = (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public void run() {
        services.watch().add(this);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
            timeout.connected();
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
            leave();
            end();
        }
    }

    /** Turns strangers away before the cost of TLS where the port tells which cluster they want. */
    private void begin() throws IOException {
        Optional<ServedCluster> byPort = listener.cluster();
        if (byPort.isPresent() && isTurnedAway(byPort.get())) {
            return;
        }
        Optional<RoutedConnection> entrance = listener.enter(socket, byPort);
        if (entrance.isPresent()
                && (byPort.isPresent() || !isTurnedAway(entrance.get().cluster()))) {
            enter(entrance.get());
        }
    }

    private boolean isTurnedAway(ServedCluster cluster) {
        if (cluster.isPaused()) {
            cluster.meter().connectionRefused();
            return true;
        }
        boolean admitted = admitted(cluster);
        if (!admitted) {
            cluster.meter().connectionRefused();
            if (cluster.tellsOfRefusal()) {
                LOG.info(
                        "cluster {} refuses a connection from {}, which is not on the access list of project {}",
                        cluster.tenant().name(),
                        address().getHostAddress(),
                        cluster.tenant().project());
            }
        }
        return !admitted;
    }

    private void enter(RoutedConnection entrance) throws IOException {
        Optional<Membership> members = entrance.members().get();
        if (members.isPresent()) {
            enter(entrance, members.get());
        }
    }

    private void enter(RoutedConnection entrance, Membership members) throws IOException {
        ServedCluster cluster = entrance.cluster();
        if (!takePlace(cluster, cluster.member(members.self()))) {
            cluster.meter().connectionRefused();
            return;
        }
        try {
            cluster.add(this);
            if (admitted(cluster) && services.clusters().exists(cluster)) {
                converse(entrance, members);
            }
        } finally {
            cluster.remove(this);
            leave();
        }
    }

    /** Counts in with the member, closing unauthenticated connections for it if there are too many. */
    private boolean takePlace(ServedCluster cluster, MemberConnections member) {
        long limit = cluster.tenant().limits().of(TierLimit.CONNECTIONS);
        while (!member.opened(limit)) {
            Optional<LiveConnection> other = member.unauthenticated().poll(Math.max(limit / 4, LEAST_OF_AN_ADDRESS));
            if (other.isEmpty()) {
                return false;
            }
            cluster.meter().connectionRefused();
            other.get().giveWay();
        }
        countIn(cluster, member);
        return true;
    }

    /** A connection that has given way meanwhile does not stay. */
    private synchronized void countIn(ServedCluster cluster, MemberConnections member) {
        if (left) {
            member.closed();
        } else {
            cluster.meter().connectionOpened();
            entered = new Place(cluster, member);
            member.unauthenticated().add(this);
        }
    }

    private boolean admitted(ServedCluster cluster) {
        return listener.admission() == Admission.PRIVATE_ENDPOINT
                || services.accessList().allows(cluster.tenant().project(), address());
    }

    private void converse(RoutedConnection entrance, Membership members) throws IOException {
        ClientSession begun = new ClientSession(entrance.cluster(), new Client(id, peer), members, entrance.members());
        session = begun;
        long open = entrance.cluster().meter().connections();
        begun.happened(origin -> new Activity.ConnectionAccepted(origin, open));
        SocketTransport transport = new SocketTransport(socket, entrance.socket(), timeout);
        try (Conversation talk = new Conversation(services, transport, timeout, begun, this::authenticated)) {
            conversation = talk;
            talk.run();
        } finally {
            begun.happened(origin -> new Activity.ConnectionEnded(
                    origin, Math.max(0, entrance.cluster().meter().connections() - 1)));
        }
    }

    private synchronized void authenticated() {
        services.connections().authenticated(this);
        Place place = entered;
        if (place != null) {
            place.member().unauthenticated().remove(this);
        }
    }

    /** What it counts as towards the limit over all clusters. */
    int weight() {
        return listener.hasTls() ? ConnectionLimit.TLS : 1;
    }

    /** Counts out, once. */
    private synchronized void leave() {
        if (!left) {
            left = true;
            services.connections().release(this);
            Place place = entered;
            if (place != null) {
                place.member().unauthenticated().remove(this);
                place.member().closed();
                place.cluster().meter().connectionClosed();
            }
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
    public boolean hasSpoken() {
        return timeout.hasSpoken();
    }

    @Override
    public boolean userMayStay() {
        ClientSession known = session;
        return known == null || services.authentication().refresh(known);
    }

    @Override
    public Optional<ActiveOperation> operation() {
        return Optional.ofNullable(session).map(ClientSession::operation);
    }

    /** Whether the client takes longer than it may. */
    boolean isLate(long now) {
        return timeout.isExpired(now);
    }

    @Override
    public void giveWay() {
        LOG.debug("connection {} from {} is closed for another one", id, peer);
        leave();
        end();
    }

    @Override
    public String toString() {
        return "connection " + id + " from " + peer;
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
