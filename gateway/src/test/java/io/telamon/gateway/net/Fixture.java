package io.telamon.gateway.net;

import io.telamon.gateway.TestTier;
import io.telamon.gateway.access.Principal;
import io.telamon.gateway.access.RoleResolver;
import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.cluster.ServedClusters;
import io.telamon.gateway.command.Dispatcher;
import io.telamon.gateway.command.LocalCommands;
import io.telamon.gateway.credential.PasswordKeys;
import io.telamon.gateway.memory.MemoryBudget;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.HostAddress;
import io.telamon.gateway.model.Membership;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.scram.FailureDelay;
import io.telamon.gateway.scram.ScramServer;
import io.telamon.gateway.scram.UnknownUsers;
import io.telamon.gateway.session.Authentication;
import io.telamon.gateway.session.ClientSession;
import io.telamon.gateway.session.ConnectionFacts;
import io.telamon.gateway.session.Greeting;
import io.telamon.gateway.session.Hello;
import io.telamon.gateway.session.OperationCommands;
import io.telamon.gateway.session.ServerFacts;
import io.telamon.gateway.spi.directory.AccessList;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.DatabaseUsers;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.thread.EssentialThreads;
import io.telamon.gateway.wire.Frame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a conversation needs besides a stream: one cluster, one user who may do everything, no socket. */
final class Fixture implements ClusterDirectory, DatabaseUsers {

    private static final ClusterId CLUSTER = new ClusterId("cluster");
    private static final ProjectId PROJECT = new ProjectId("project");
    private static final Tenant TENANT = new Tenant(
            CLUSTER,
            PROJECT,
            "Cluster0",
            "rs0",
            Availability.SERVING,
            TestTier.FLEX.features(),
            TestTier.FLEX.limits().without(TierLimit.OPERATIONS_PER_SECOND));

    final ConnectionContext services;
    private final DatabaseUser user = new DatabaseUser(
            "admin",
            "admin",
            new PasswordKeys(new SecureRandom()).derive("admin", "pencil"),
            List.of(new RoleGrant("atlasAdmin", "admin")),
            Set.of());
    private final ServedCluster cluster;
    private final Principal principal;

    Fixture(Engine engine) {
        AccessList everybody = (_, _) -> true;
        InstantSource clock = InstantSource.system();
        ServedClusters clusters =
                new ServedClusters(this, everybody, engine, MemoryBudget.ofHeap(Frame.MAX_LENGTH), clock);
        EssentialThreads threads = new EssentialThreads();
        RoleResolver roles = new RoleResolver(this);
        ScramServer scram = new ScramServer(this, new UnknownUsers(new byte[16]), new SecureRandom());
        Authentication authentication = new Authentication(scram, roles, new FailureDelay(clock));
        Greeting greeting = new Greeting(new Hello(engine, authentication, clock));
        LocalCommands local = new LocalCommands(
                authentication, new ConnectionFacts(), new ServerFacts(engine, clock), new OperationCommands(clock));
        cluster = clusters.byId(CLUSTER).orElseThrow();
        // so that no greeting waits for news
        clusters.end();
        principal = new Principal(user, roles.privileges(PROJECT, user));
        services = new ConnectionContext(
                clusters,
                everybody,
                new Dispatcher(greeting, local),
                greeting,
                authentication,
                engine,
                new ConnectionReaper(threads),
                ConnectionTimeouts.usual(),
                new ConnectionLimit(1),
                threads);
    }

    ClientSession stranger() {
        InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        Membership alone = Membership.alone(new HostAddress("127.0.0.1", 27017));
        return new ClientSession(cluster, new Client(1, peer), alone, () -> Optional.of(alone));
    }

    ClientSession admin() {
        ClientSession session = stranger();
        session.become(principal);
        return session;
    }

    @Override
    public Optional<Tenant> byId(ClusterId id) {
        return Optional.of(TENANT);
    }

    @Override
    public Optional<NamedMember> byHost(String serverName) {
        return Optional.empty();
    }

    @Override
    public Optional<DatabaseUser> find(ProjectId project, String database, String name) {
        return Optional.of(user).filter(known -> known.name().equals(name));
    }

    @Override
    public Optional<CustomRole> role(ProjectId project, String name) {
        return Optional.empty();
    }
}
