package io.telamon.gateway.cluster;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.api.Admission;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.api.Changes;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.memory.MemoryBudget;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.AccessList;
import io.telamon.gateway.spi.directory.ClusterDirectory;
import io.telamon.gateway.spi.directory.NamedMember;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.engine.Engine;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clusters that were connected to, kept true to what the control plane says of them. */
public final class ServedClusters implements Changes, Metering, ActivitySource {

    private static final Logger LOG = LoggerFactory.getLogger(ServedClusters.class);

    private final ObjectId process = new ObjectId();
    private final ConcurrentHashMap<ClusterId, ServedCluster> live = new ConcurrentHashMap<>();
    private final ClusterDirectory directory;
    private final AccessList accessList;
    private final Engine engine;
    private final MemoryBudget memory;
    private final InstantSource clock;

    /** Asks those for clusters, addresses, sizes and the time; large messages of all clusters share that memory. */
    public ServedClusters(
            ClusterDirectory directory,
            AccessList accessList,
            Engine engine,
            MemoryBudget memory,
            InstantSource clock) {
        this.directory = directory;
        this.accessList = accessList;
        this.engine = engine;
        this.memory = memory;
        this.clock = clock;
    }

    /** The cluster of that identity, if it exists. */
    public Optional<ServedCluster> byId(ClusterId id) {
        return directory.byId(id).map(this::live);
    }

    /** The member that a client names in its TLS hello, if it exists. */
    public Optional<NamedMember> byHost(String serverName) {
        return directory.byHost(serverName);
    }

    /** The cluster of a member. */
    public ServedCluster of(NamedMember member) {
        return live(member.tenant());
    }

    /** Whether a cluster is still the one of its identity: it may have ended since it was found. */
    public boolean exists(ServedCluster cluster) {
        ClusterId id = cluster.tenant().id();
        return directory.byId(id).isPresent() && live.get(id) == cluster;
    }

    /** Every cluster that was connected to. */
    public Stream<ServedCluster> all() {
        return live.values().stream();
    }

    private ServedCluster live(Tenant tenant) {
        return live.computeIfAbsent(
                tenant.id(),
                id -> new ServedCluster(
                        tenant,
                        new Topology(process),
                        new Storage(engine, id),
                        memory.share(),
                        new ActivityQueue(clock)));
    }

    @Override
    public void changed(Change change) {
        switch (change) {
            case Change.ClusterChanged(ClusterId id) -> clusterChanged(id);
            case Change.UsersChanged(ProjectId project) -> of(project).forEach(ServedClusters::usersChanged);
            case Change.AccessListChanged(ProjectId project) -> of(project).forEach(this::accessListChanged);
        }
    }

    private Stream<ServedCluster> of(ProjectId project) {
        return all().filter(cluster -> cluster.tenant().project().equals(project));
    }

    private void clusterChanged(ClusterId id) {
        Optional<Tenant> found = directory.byId(id);
        if (found.isPresent()) {
            Optional.ofNullable(live.get(id)).ifPresent(cluster -> cluster.describe(found.get()));
        } else {
            Optional.ofNullable(live.remove(id)).ifPresent(ServedCluster::end);
        }
    }

    private void accessListChanged(ServedCluster cluster) {
        ProjectId project = cluster.tenant().project();
        for (LiveConnection connection : cluster.connections()) {
            endUnless(
                    connection,
                    () -> connection.admission() == Admission.PRIVATE_ENDPOINT
                            || accessList.allows(project, connection.address()));
        }
    }

    private static void usersChanged(ServedCluster cluster) {
        cluster.connections().forEach(connection -> endUnless(connection, connection::userMayStay));
    }

    /** Whoever cannot be asked about does not stay. */
    private static void endUnless(LiveConnection connection, BooleanSupplier mayStay) {
        boolean stays = false;
        try {
            stays = mayStay.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.error("a connection from {} is closed because it cannot be checked", connection.address(), e);
        }
        if (!stays) {
            connection.end();
        }
    }

    /** Ends every connection. */
    public void end() {
        all().forEach(ServedCluster::end);
    }

    @Override
    public Optional<MeterReading> reading(ClusterId cluster) {
        return Optional.ofNullable(live.get(cluster)).map(ServedCluster::reading);
    }

    @Override
    public Map<ClusterId, MeterReading> readings() {
        Map<ClusterId, MeterReading> readings = new HashMap<>();
        live.forEach((id, cluster) -> readings.put(id, cluster.reading()));
        return readings;
    }

    @Override
    public void drain(BiConsumer<ClusterId, Activity> receiver) {
        live.forEach((id, cluster) -> cluster.activity().drain(activity -> receiver.accept(id, activity)));
    }

    @Override
    public Set<ClusterId> unreachable() {
        Set<ClusterId> down = new HashSet<>();
        live.forEach((id, cluster) -> {
            if (cluster.engineIsDown()) {
                down.add(id);
            }
        });
        return down;
    }
}
