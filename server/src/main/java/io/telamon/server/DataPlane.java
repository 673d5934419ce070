package io.telamon.server;

import io.telamon.control.access.MasterKey;
import io.telamon.control.cluster.Hosting;
import io.telamon.control.database.StoredUsers;
import io.telamon.control.hosting.Address;
import io.telamon.control.hosting.HostedClusters;
import io.telamon.control.hosting.StoredClusters;
import io.telamon.control.network.StoredAccessList;
import io.telamon.control.store.Store;
import io.telamon.engine.embedded.EmbeddedEngine;
import io.telamon.engine.embedded.EmbeddedSettings;
import io.telamon.gateway.Gateway;
import io.telamon.gateway.GatewaySettings;
import io.telamon.gateway.spi.Changes;
import io.telamon.gateway.spi.Metering;
import io.telamon.server.data.DataFolder;
import io.telamon.server.settings.Settings;
import io.telamon.server.tls.ServerTls;
import java.time.Clock;

/** What drivers connect to: the gateway, and the engine behind it. */
final class DataPlane implements AutoCloseable {

    private static final String DOMAIN = "telamon.localhost";

    private final EmbeddedEngine engine;
    private final Gateway gateway;
    private final Hosting hosting;

    private DataPlane(EmbeddedEngine engine, Gateway gateway, Hosting hosting) {
        this.engine = engine;
        this.gateway = gateway;
        this.hosting = hosting;
    }

    /** Opens the ports of the clusters that the store has. */
    static DataPlane start(
            Settings settings, Clock clock, DataFolder folder, ServerTls tls, Store store, MasterKey masterKey) {
        Settings.Listening listening = settings.listening();
        EmbeddedEngine engine = new EmbeddedEngine(EmbeddedSettings.in(folder.documents()));
        Gateway gateway = new Gateway(
                new GatewaySettings(masterKey.secretFor("unknown database users")),
                new StoredClusters(store, DOMAIN),
                new StoredUsers(store, clock),
                new StoredAccessList(store, clock),
                engine,
                clock);
        HostedClusters hosting = new HostedClusters(
                store,
                gateway.listeners(),
                gateway.metering(),
                engine,
                new Address(
                        listening.address(),
                        BaseUrl.host(listening.address()),
                        settings.clusterPorts(),
                        tls.context(),
                        DOMAIN));
        hosting.open();
        return new DataPlane(engine, gateway, hosting);
    }

    Hosting hosting() {
        return hosting;
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
        gateway.close();
        engine.close();
    }
}
