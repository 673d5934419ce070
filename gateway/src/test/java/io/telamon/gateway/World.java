package io.telamon.gateway;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.Route;
import io.telamon.gateway.credential.PasswordKeys;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.net.ConnectionTimeouts;
import io.telamon.gateway.spi.directory.AccessList;
import io.telamon.gateway.spi.directory.Availability;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.CustomRole;
import io.telamon.gateway.spi.directory.DatabaseUser;
import io.telamon.gateway.spi.directory.DatabaseUsers;
import io.telamon.gateway.spi.directory.Directories;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A project with one cluster behind a gateway that really listens, and a control plane that is three maps. */
final class World implements ClusterDirectory, DatabaseUsers, AccessList, AutoCloseable {

    static final ProjectId PROJECT = new ProjectId("project");
    static final ClusterId CLUSTER = new ClusterId("cluster");
    static final String PASSWORD = "pencil";

    /** The host names of the cluster's members on a shared port. */
    static final List<String> MEMBERS = List.of("cluster0.abc.test", "cluster0-1.abc.test", "cluster0-2.abc.test");

    private static final PasswordKeys KEYS = new PasswordKeys(new SecureRandom());

    final MemoryEngine engine = new MemoryEngine();
    final EssentialThreads threads = new EssentialThreads();
    final Gateway gateway;
    final int port;
    final Map<ClusterId, Tenant> tenants = new ConcurrentHashMap<>();
    private final Map<String, DatabaseUser> users = new ConcurrentHashMap<>();
    private final Map<String, CustomRole> roles = new ConcurrentHashMap<>();
    private volatile boolean open = true;
    private volatile boolean failing;
    private final AtomicReference<Callable<?>> meanwhile = new AtomicReference<>(() -> true);

    World() throws IOException {
        this(TestTier.FLEX, ConnectionTimeouts.usual());
    }

    World(TestTier tier, ConnectionTimeouts deadlines) throws IOException {
        this(tier.features(), tier.limits(), deadlines);
    }

    World(Set<TierFeature> features, TierLimits limits, ConnectionTimeouts deadlines) throws IOException {
        tenants.put(CLUSTER, new Tenant(CLUSTER, PROJECT, "Cluster0", "rs0", Availability.SERVING, features, limits));
        GatewaySettings settings = new GatewaySettings(new byte[16], deadlines, 1000);
        gateway = new Gateway(settings, new Directories(this, this, this), engine, InstantSource.system(), threads);
        port = gateway.listeners().open(listener("cluster", Admission.ACCESS_LIST));
        user("admin", new RoleGrant("atlasAdmin", "admin"));
    }

    static ListenerSpec listener(String name, Admission admission) {
        return new ListenerSpec(
                name,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                new Route.ToCluster(CLUSTER, "127.0.0.1"),
                admission);
    }

    DatabaseUser user(String name, RoleGrant... grants) {
        DatabaseUser user = new DatabaseUser("admin", name, KEYS.derive(name, PASSWORD), List.of(grants), Set.of());
        put(user);
        return user;
    }

    void put(DatabaseUser user) {
        users.put(user.name(), user);
        usersChanged();
    }

    void remove(String user) {
        users.remove(user);
        usersChanged();
    }

    void role(CustomRole role) {
        roles.put(role.name(), role);
        usersChanged();
    }

    /** From now on nobody can be looked up. */
    void usersFail() {
        failing = true;
        usersChanged();
    }

    /** Something happens when a user is looked up the next time, once it is found and before it is told. */
    void meanwhile(Callable<?> event) {
        meanwhile.set(event);
    }

    private void usersChanged() {
        gateway.changes().changed(new Change.UsersChanged(PROJECT));
    }

    void accessListOpen(boolean allowed) {
        open = allowed;
        gateway.changes().changed(new Change.AccessListChanged(PROJECT));
    }

    void limit(TierLimit limit, long value) {
        limits(limits -> limits.with(limit, value));
    }

    void unlimited(TierLimit limit) {
        limits(limits -> limits.without(limit));
    }

    private void limits(UnaryOperator<TierLimits> change) {
        tenant(tenant -> new Tenant(
                tenant.id(),
                tenant.project(),
                tenant.name(),
                tenant.replicaSet(),
                tenant.availability(),
                tenant.features(),
                change.apply(tenant.limits())));
    }

    void tenant(UnaryOperator<Tenant> change) {
        tenants.computeIfPresent(CLUSTER, (_, tenant) -> change.apply(tenant));
        gateway.changes().changed(new Change.ClusterChanged(CLUSTER));
    }

    void deleteCluster() {
        tenants.remove(CLUSTER);
        gateway.changes().changed(new Change.ClusterChanged(CLUSTER));
    }

    MeterReading reading() {
        return gateway.metering().reading(CLUSTER).orElseThrow();
    }

    MongoClient client(String user) {
        return client(user, PASSWORD, settings -> settings);
    }

    MongoClient client(String user, String password, UnaryOperator<MongoClientSettings.Builder> change) {
        return client(MongoCredential.createCredential(user, "admin", password.toCharArray()), change);
    }

    MongoClient client(MongoCredential credential, UnaryOperator<MongoClientSettings.Builder> change) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .requiredReplicaSetName("rs0")
                        .serverSelectionTimeout(5, TimeUnit.SECONDS))
                .credential(credential);
        return MongoClients.create(change.apply(settings).build());
    }

    static ConnectionTimeouts impatient() {
        Duration soon = Duration.ofMillis(1500);
        return new ConnectionTimeouts(soon, Duration.ofMillis(300), soon, Duration.ofSeconds(10), soon);
    }

    @Override
    public Optional<Tenant> byId(ClusterId id) {
        return Optional.ofNullable(tenants.get(id));
    }

    @Override
    public Optional<NamedMember> byHost(String serverName) {
        return IntStream.range(0, MEMBERS.size())
                .filter(member -> MEMBERS.get(member).equals(serverName))
                .boxed()
                .findFirst()
                .flatMap(member -> byId(CLUSTER).map(tenant -> new NamedMember(tenant, MEMBERS, member)));
    }

    @Override
    public Optional<DatabaseUser> find(ProjectId project, String database, String name) {
        if (failing) {
            throw new IllegalStateException("made to fail by the test");
        }
        Optional<DatabaseUser> found = Optional.ofNullable(users.get(name))
                .filter(user -> user.database().equals(database) && project.equals(PROJECT));
        try {
            meanwhile.getAndSet(() -> true).call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Override
    public Optional<CustomRole> role(ProjectId project, String name) {
        return Optional.ofNullable(roles.get(name));
    }

    @Override
    public boolean allows(ProjectId project, InetAddress address) {
        return open;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
