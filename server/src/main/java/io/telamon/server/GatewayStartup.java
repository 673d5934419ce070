package io.telamon.server;

import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.database.StoredUsers;
import io.telamon.control.dataplane.Address;
import io.telamon.control.dataplane.GatewayDataPlane;
import io.telamon.control.dataplane.StoredClusters;
import io.telamon.control.dataplane.StoredNames;
import io.telamon.control.dataplane.StoredPlacements;
import io.telamon.control.network.StoredAccessList;
import io.telamon.control.store.Membership;
import io.telamon.control.store.OtherNodesException;
import io.telamon.control.store.Store;
import io.telamon.gateway.Gateway;
import io.telamon.gateway.GatewaySettings;
import io.telamon.gateway.api.Changes;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.dns.DnsResponder;
import io.telamon.gateway.dns.Zone;
import io.telamon.gateway.spi.directory.Directories;
import io.telamon.gateway.thread.EssentialThreads;
import io.telamon.server.data.DataFolder;
import io.telamon.server.data.StartException;
import io.telamon.server.settings.Settings;
import io.telamon.server.tls.ServerTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;

/** What drivers connect to: the gateway, and the engine behind it. */
final class GatewayStartup implements AutoCloseable {

    private final ResourceStack opened;
    private final Gateway gateway;
    private final DataPlane dataPlane;
    private final ChosenEngine engine;

    private GatewayStartup(ResourceStack opened, Gateway gateway, DataPlane dataPlane, ChosenEngine engine) {
        this.opened = opened;
        this.gateway = gateway;
        this.dataPlane = dataPlane;
        this.engine = engine;
    }

    /**
     * Opens the ports of the clusters that the store has.
     *
     * @param threads list those that the gateway and the engine need
     * @throws StartException when a port that is set cannot be had
     */
    static GatewayStartup start(
            Settings settings,
            Clock clock,
            DataFolder folder,
            ServerTls tls,
            Store store,
            MasterKey masterKey,
            EssentialThreads threads) {
        ResourceStack opened = new ResourceStack();
        try {
            Address address = address(settings, tls);
            ChosenEngine chosen = ChosenEngine.of(settings.engine(), folder, new StoredPlacements(store), threads);
            opened.add(chosen.closing());
            Membership membership = opened.add(join(store, settings.node(), chosen));
            Gateway gateway = opened.add(new Gateway(
                    new GatewaySettings(masterKey.secretFor("unknown database users")),
                    new Directories(
                            new StoredClusters(store, address.domain()),
                            new StoredUsers(store, clock),
                            new StoredAccessList(store, clock)),
                    chosen.engine(),
                    clock,
                    threads));
            GatewayDataPlane dataPlane = new GatewayDataPlane(
                    store, gateway.listeners(), gateway.metering(), gateway.activities(), chosen.engine(), address);
            open(dataPlane, address, membership);
            settings.drivers().dnsPort().ifPresent(port -> opened.add(resolver(store, address, port, threads)));
            return new GatewayStartup(opened, gateway, dataPlane, chosen);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Address address(Settings settings, ServerTls tls) {
        Settings.Drivers drivers = settings.drivers();
        return new Address(
                settings.listening().address(),
                settings.listening().host(),
                drivers.ports(),
                tls.clusters(),
                drivers.sharedPort().flatMap(port -> tls.shared().map(context -> new Address.Shared(port, context))),
                drivers.domain(),
                drivers.resolves());
    }

    /** Lets no second server work on the database when the documents of its clusters are with one of the two. */
    private static Membership join(Store store, String node, ChosenEngine engine) {
        try {
            return store.join(node, engine.local());
        } catch (OtherNodesException e) {
            throw new StartException(
                    "another server (%s) works on the same database, and %s keeps documents in its own data folder, where the other cannot reach them. Stop one of them, or let both use a deployment that they share, with --engine mongodb://HOST/."
                            .formatted(e.names(), engine.local() ? "this one (" + engine.name() + ")" : "it"),
                    e);
        }
    }

    private static void open(GatewayDataPlane dataPlane, Address address, Membership membership) {
        try {
            dataPlane.open(membership.hasOthers());
        } catch (IOException e) {
            throw new StartException(
                    "clusters cannot share port %d: %s. Choose another with --shared-port."
                            .formatted(
                                    address.shared().map(Address.Shared::port).orElse(0), e.getMessage()),
                    e);
        }
    }

    private static DnsResponder resolver(Store store, Address address, int port, EssentialThreads threads) {
        try {
            return new DnsResponder(
                    new InetSocketAddress(address.bind(), port), new Zone(new StoredNames(store, address)), threads);
        } catch (IOException e) {
            throw new StartException(
                    "names cannot be resolved on UDP port %d: %s. Choose another with --dns-port."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    DataPlane dataPlane() {
        return dataPlane;
    }

    /** What keeps the documents, in words. */
    String engine() {
        return engine.name();
    }

    /** Whether the engine refuses writes as its disk is full. */
    boolean isOutOfSpace() {
        return engine.engine().isOutOfSpace();
    }

    /** Whether each deployment that runs elsewhere has answered when it was asked last, by its hosts and ports. */
    Map<String, Boolean> deployments() {
        return engine.monitor().map(DeploymentMonitor::answers).orElse(Map.of());
    }

    Changes changes() {
        return gateway.changes();
    }

    Metering metering() {
        return gateway.metering();
    }

    /** Ends every connection, then closes the files. */
    @Override
    public void close() {
        opened.close();
    }
}
