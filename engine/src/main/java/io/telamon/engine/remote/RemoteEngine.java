package io.telamon.engine.remote;

import io.telamon.gateway.spi.Client;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.Engine;
import io.telamon.gateway.spi.EngineInfo;
import io.telamon.gateway.spi.EngineSession;
import io.telamon.gateway.spi.EngineSize;
import io.telamon.gateway.spi.EngineUnavailableException;
import io.telamon.gateway.spi.Namespace;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A deployment that all clusters share, such as a replica set or a sharded cluster of mongod, or FerretDB. The databases of a cluster have its id
 * and an underscore before their names there: with the 38 bytes that names may have these are the 63 that the protocol allows.
 */
public final class RemoteEngine implements Engine, AutoCloseable {

    private final Deployment deployment;
    private final Map<ClusterId, RemoteCluster> clusters = new ConcurrentHashMap<>();

    /** The deployment at that address, which need not be reachable yet. */
    public RemoteEngine(DeploymentAddress address) {
        this.deployment = new Deployment(address);
    }

    private RemoteCluster cluster(ClusterId id) {
        return clusters.computeIfAbsent(
                id, any -> new RemoteCluster(() -> deployment, Names.behind(id.value() + "_", new OpenCursors())));
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
    }

    @Override
    public void close() {
        deployment.close();
    }
}
