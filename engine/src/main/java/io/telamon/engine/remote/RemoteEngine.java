package io.telamon.engine.remote;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.directory.Placements;
import io.telamon.gateway.spi.engine.CapacityExceededException;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineSize;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.spi.engine.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Deployments that clusters share, such as a replica set or a sharded cluster of mongod, or FerretDB. The databases of a cluster have its id
 * and an underscore before their names there: with the 38 bytes that names may have these are the 63 that the protocol allows.
 */
public final class RemoteEngine implements Engine, AutoCloseable {

    private final Pools pools;
    private final Map<ClusterId, RemoteCluster> clusters = new ConcurrentHashMap<>();

    /**
     * Those deployments, which need not be reachable yet.
     *
     * @param specs at least one
     * @param placements remembers which of them has which cluster
     */
    public RemoteEngine(List<PoolSpec> specs, Placements placements) {
        this.pools = new Pools(specs, placements);
    }

    /**
     * Asks each deployment whether it answers, one after the other.
     *
     * @return why not, or nothing when it does, by the hosts and ports of its members
     */
    public Map<String, Optional<String>> check() {
        return pools.check();
    }

    private RemoteCluster cluster(ClusterId id) {
        return clusters.computeIfAbsent(id, this::remote);
    }

    private RemoteCluster remote(ClusterId id) {
        String prefix = id.value() + "_";
        return new RemoteCluster(
                new Remembered(() -> pools.of(id, prefix)), Names.behind(prefix, new DeploymentCursors()));
    }

    /** Looks once: a cluster stays where it is. */
    private static final class Remembered implements DeploymentSupplier {

        private final DeploymentSupplier first;
        private volatile @Nullable Deployment found;

        Remembered(DeploymentSupplier first) {
            this.first = first;
        }

        @Override
        public Deployment now() throws EngineUnavailableException {
            Deployment known = found;
            if (known == null) {
                known = first.now();
                found = known;
            }
            return known;
        }
    }

    @Override
    public void place(ClusterId cluster, Place place) throws EngineUnavailableException, CapacityExceededException {
        pools.place(cluster, place);
    }

    @Override
    public EngineInfo info(ClusterId cluster) {
        return cluster(cluster).info("deployment");
    }

    @Override
    public void provision(ClusterId cluster) throws EngineUnavailableException {
        cluster(cluster).require();
    }

    @Override
    public EngineSession open(ClusterId cluster, Client client) {
        return cluster(cluster).open();
    }

    @Override
    public EngineSize size(ClusterId cluster) throws EngineUnavailableException {
        return cluster(cluster).size();
    }

    @Override
    public Set<Namespace> collections(ClusterId cluster) throws EngineUnavailableException {
        return cluster(cluster).collections();
    }

    @Override
    public void drop(ClusterId cluster) throws EngineUnavailableException {
        cluster(cluster).drop();
        clusters.remove(cluster);
        pools.forget(cluster);
    }

    @Override
    public void close() {
        pools.close();
    }
}
