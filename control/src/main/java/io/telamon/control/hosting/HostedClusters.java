package io.telamon.control.hosting;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.Hosting;
import io.telamon.control.cluster.Hosts;
import io.telamon.control.cluster.UnhostedClusters;
import io.telamon.control.store.Store;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.Engine;
import io.telamon.gateway.spi.EngineUnavailableException;
import io.telamon.gateway.spi.Listeners;
import io.telamon.gateway.spi.Metering;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clusters that drivers connect to, each through a port of its own, served by an engine. */
public final class HostedClusters implements Hosting {

    private static final Logger log = LoggerFactory.getLogger(HostedClusters.class);

    private final Store store;
    private final Metering metering;
    private final Engine engine;
    private final Address address;
    private final Doors doors;
    private final UnhostedClusters unhosted;

    /** Opens ports there and keeps documents in that engine. */
    public HostedClusters(Store store, Listeners listeners, Metering metering, Engine engine, Address address) {
        this.store = store;
        this.metering = metering;
        this.engine = engine;
        this.address = address;
        this.doors = new Doors(listeners, address);
        this.unhosted = new UnhostedClusters(address.domain());
    }

    private record Door(String cluster, int port) {}

    /** Opens the ports of the clusters that there are already. */
    public void open() {
        List<Door> known = store.read(handle -> handle.createQuery("SELECT id, port FROM cluster WHERE port > 0")
                .map((row, context) -> new Door(row.getString(1), row.getInt(2)))
                .list());
        for (Door door : known) {
            if (!doors.keep(door.cluster(), door.port())) {
                log.warn(
                        "port {} of cluster {} is taken by another process; nobody can connect to the cluster until"
                                + " that ends and this server starts again",
                        door.port(),
                        door.cluster());
            }
        }
    }

    @Override
    public int place(String id) {
        return doors.place(id).orElse(0);
    }

    @Override
    public ConnectionStrings connectionStrings(Cluster cluster) {
        Hosts hosts = cluster.hosts();
        if (hosts.port() == 0) {
            return unhosted.connectionStrings(cluster);
        }
        String standard = "mongodb://" + address.host() + ":" + hosts.port() + "/?ssl="
                + address.tls().isPresent() + "&authSource=admin&replicaSet=" + hosts.replicaSet();
        return new ConnectionStrings(
                standard, "mongodb+srv://" + hosts.label() + "." + hosts.hash() + "." + address.domain());
    }

    @Override
    public String privateConnectionString(Cluster cluster) {
        return unhosted.privateConnectionString(cluster);
    }

    @Override
    public void provision(Cluster cluster) {
        try {
            engine.provision(new ClusterId(cluster.id()));
        } catch (EngineUnavailableException e) {
            throw new IllegalStateException("cluster " + cluster.id() + " cannot be set up", e);
        }
        if (cluster.hosts().port() > 0
                && !doors.keep(cluster.id(), cluster.hosts().port())) {
            log.warn("port {} of cluster {} cannot be opened", cluster.hosts().port(), cluster.id());
        }
    }

    @Override
    public Set<String> unreachable() {
        return metering.unreachable().stream().map(ClusterId::value).collect(Collectors.toSet());
    }

    @Override
    public boolean answers(Cluster cluster) {
        try {
            engine.size(new ClusterId(cluster.id()));
            return true;
        } catch (EngineUnavailableException e) {
            log.debug("cluster {} does not answer", cluster.id(), e);
            return false;
        }
    }

    @Override
    public void discard(String id) {
        doors.close(id);
        try {
            engine.drop(new ClusterId(id));
        } catch (EngineUnavailableException e) {
            throw new IllegalStateException("the documents of cluster " + id + " cannot be discarded", e);
        }
    }
}
