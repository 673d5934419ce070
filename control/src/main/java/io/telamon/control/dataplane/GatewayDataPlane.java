package io.telamon.control.dataplane;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ConnectionStrings;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.cluster.MemberAddress;
import io.telamon.control.cluster.MemberPorts;
import io.telamon.control.cluster.NoDataPlane;
import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.control.cluster.topology.Provider;
import io.telamon.control.dataplane.ListenerRegistry.Binding;
import io.telamon.control.model.EndpointId;
import io.telamon.control.store.Store;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.Listeners;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.CapacityExceededException;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Place;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clusters that drivers connect to, each through a port of its own or through one that all share, served by an engine. */
public final class GatewayDataPlane implements DataPlane {

    private static final Logger log = LoggerFactory.getLogger(GatewayDataPlane.class);

    private final Store store;
    private final Metering metering;
    private final ActivitySource activities;
    private final Engine engine;
    private final Address address;
    private final ClusterAddresses addresses;
    private final ListenerRegistry registry;
    private final NoDataPlane noDataPlane;
    private final EngineInserts inserts;
    private final EngineDatabases databases;
    private final AtomicBoolean toldOfPort = new AtomicBoolean();
    private volatile boolean mayMovePorts;

    /** Opens ports there and keeps documents in that engine. */
    public GatewayDataPlane(
            Store store,
            Listeners listeners,
            Metering metering,
            ActivitySource activities,
            Engine engine,
            Address address) {
        this.store = store;
        this.metering = metering;
        this.activities = activities;
        this.engine = engine;
        this.address = address;
        this.addresses = new ClusterAddresses(address);
        this.registry = new ListenerRegistry(listeners, address);
        EngineCommands commands = new EngineCommands(engine);
        this.inserts = new EngineInserts(commands);
        this.noDataPlane = new NoDataPlane(address.domain());
        this.databases = new EngineDatabases(engine, commands);
    }

    /**
     * Opens the shared port and those of the clusters that there are already. Where a port is taken, or is not of the range that is
     * set, the cluster gets another one for good, unless other servers have the same clusters.
     *
     * @param sharesClusters whether other servers work on the same database now
     * @throws IOException when the shared port cannot be had
     */
    public void open(boolean sharesClusters) throws IOException {
        if (address.shared().isPresent()) {
            registry.openShared(address.shared().get());
        }
        mayMovePorts = !sharesClusters;
        new PortRestoration(store, registry, address.ports()).run(mayMovePorts);
    }

    private void keep(ClusterId id, MemberPorts members) {
        List<Integer> ports = address.ports().isNone() ? List.of() : members.all();
        registry.register(id, ports);
        for (int member = 0; member < ports.size(); member++) {
            keep(Binding.ofMember(id, member), ports.get(member));
        }
    }

    /** Tells of the first port only that cannot be opened: with another server of the database on this machine it is all of them. */
    private void keep(Binding binding, int port) {
        if (registry.keep(binding, port)) {
            return;
        }
        if (toldOfPort.compareAndSet(false, true)) {
            log.warn(
                    "port {} of {} is open elsewhere on this machine, as with another server of this database; more such"
                            + " ports are logged at debug",
                    port,
                    binding.name());
        } else {
            log.debug("port {} of {} is open elsewhere on this machine", port, binding.name());
        }
    }

    @Override
    public MemberPorts place(ClusterId id, Provider provider, String region) {
        try {
            engine.place(id, new Place(provider.name(), region));
        } catch (CapacityExceededException e) {
            throw ErrorCode.OUT_OF_CAPACITY.about(region);
        } catch (EngineUnavailableException e) {
            throw new IllegalStateException("no place can be found for cluster " + id, e);
        }
        return MemberPorts.of(registry.placeMembers(id));
    }

    @Override
    public ConnectionStrings connectionStrings(Cluster cluster) {
        return addresses
                .of(cluster.placement().hosts(), cluster.isSharded())
                .orElseGet(() -> noDataPlane.connectionStrings(cluster));
    }

    @Override
    public List<MemberAddress> members(Cluster cluster) {
        List<MemberAddress> members = addresses.processes(cluster.placement().hosts());
        return members.isEmpty() ? noDataPlane.members(cluster) : members;
    }

    @Override
    public ActivitySource activities() {
        return activities;
    }

    @Override
    public DatabaseStatistics databases() {
        return databases;
    }

    @Override
    public String privateConnectionString(Cluster cluster, PrivateEndpointPort binding) {
        return addresses
                .of(cluster.placement().hosts(), binding)
                .orElseGet(() -> noDataPlane.privateConnectionString(cluster, binding));
    }

    @Override
    public OptionalInt openPrivate(EndpointId endpointId, ClusterId clusterId) {
        return registry.place(Binding.ofEndpoint(endpointId, clusterId));
    }

    @Override
    public OptionalInt reopenPrivate(EndpointId endpointId, ClusterId clusterId, int port) {
        return registry.restore(Binding.ofEndpoint(endpointId, clusterId), port, mayMovePorts)
                .port();
    }

    @Override
    public void synchronizePrivate(ClusterId clusterId, Map<EndpointId, Integer> ports) {
        registry.closeOthers(
                clusterId,
                Admission.PRIVATE_ENDPOINT,
                ports.keySet().stream().map(EndpointId::value).collect(Collectors.toSet()));
        ports.forEach((endpoint, port) -> keep(Binding.ofEndpoint(endpoint, clusterId), port));
    }

    @Override
    public void closePrivate(EndpointId endpointId) {
        registry.close(endpointId.value());
    }

    @Override
    public void provision(Cluster cluster) {
        try {
            engine.provision(cluster.id());
        } catch (EngineUnavailableException e) {
            throw new IllegalStateException("cluster " + cluster.id() + " cannot be set up", e);
        }
        keep(cluster.id(), cluster.placement().hosts().ports());
    }

    @Override
    public Set<ClusterId> unreachable() {
        return metering.unreachable();
    }

    @Override
    public boolean answers(Cluster cluster) {
        try {
            engine.size(cluster.id());
            return true;
        } catch (EngineUnavailableException e) {
            log.debug("cluster {} does not answer", cluster.id(), e);
            return false;
        }
    }

    @Override
    public void synchronize(ClusterId clusterId) {
        Optional<MemberPorts> known = store.read(
                handle -> handle.createQuery("SELECT port, second_port, third_port FROM cluster WHERE id = :id")
                        .bind("id", clusterId)
                        .mapTo(MemberPorts.class)
                        .findOne());
        known.ifPresentOrElse(ports -> keep(clusterId, ports), () -> registry.closeMembers(clusterId));
    }

    @Override
    public void discard(ClusterId id) {
        registry.closeMembers(id);
        try {
            engine.drop(id);
        } catch (EngineUnavailableException e) {
            throw new IllegalStateException("the documents of cluster " + id + " cannot be discarded", e);
        }
    }

    @Override
    public void insert(ClusterId cluster, String database, String collection, List<BsonDocument> documents) {
        try {
            inserts.insert(cluster, database, collection, documents);
        } catch (EngineUnavailableException | IOException e) {
            throw new IllegalStateException("cluster " + cluster + " takes no documents", e);
        }
    }
}
