package io.telamon.engine.process;

import io.telamon.engine.remote.Budget;
import io.telamon.engine.remote.RemoteCluster;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineSize;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process for each cluster. It is started when the cluster is first used, started again when it has ended, and ended with this engine.
 */
public final class ProcessEngine implements Engine, AutoCloseable {

    private final Program program;
    private final Path executable;
    private final Path folder;
    private final Budget budget = Budget.ofHeap(RemoteCluster.LONGEST_REPLY);
    private final Map<ClusterId, ClusterProcess> processes = new ConcurrentHashMap<>();

    /**
     * Runs a program.
     *
     * @param executable the program's file
     * @param folder holds a folder for each cluster
     */
    public ProcessEngine(Program program, Path executable, Path folder) {
        this.program = program;
        this.executable = executable;
        this.folder = folder;
    }

    private ClusterProcess process(ClusterId cluster) {
        return processes.computeIfAbsent(cluster, id -> new ClusterProcess(program, executable, folder(id), budget));
    }

    private ClusterFolder folder(ClusterId cluster) {
        return new ClusterFolder(folder.resolve(cluster.value()));
    }

    private RemoteCluster running(ClusterId cluster) throws EngineUnavailableException {
        if (!folder(cluster).exists()) {
            throw new EngineUnavailableException("cluster " + cluster + " was never provisioned, or is dropped");
        }
        return process(cluster).cluster();
    }

    @Override
    public EngineInfo info(ClusterId cluster) {
        return process(cluster).info();
    }

    @Override
    public void provision(ClusterId cluster) throws EngineUnavailableException {
        try {
            folder(cluster).prepare();
        } catch (IOException e) {
            throw new EngineUnavailableException("cannot make a folder for cluster " + cluster + ": " + e, e);
        }
        process(cluster).require();
    }

    @Override
    public EngineSession open(ClusterId cluster, Client client) throws EngineUnavailableException {
        return running(cluster).open();
    }

    @Override
    public EngineSize size(ClusterId cluster) throws EngineUnavailableException {
        return running(cluster).size();
    }

    @Override
    public Set<Namespace> collections(ClusterId cluster) throws EngineUnavailableException {
        return running(cluster).collections();
    }

    @Override
    public void drop(ClusterId cluster) throws EngineUnavailableException {
        ClusterProcess process = process(cluster);
        process.end();
        processes.remove(cluster);
        process.discard();
    }

    /** The number of the process that serves a cluster, if one runs. */
    public OptionalLong pid(ClusterId cluster) {
        return process(cluster).pid();
    }

    @Override
    public void close() {
        processes.values().parallelStream().forEach(ClusterProcess::end);
    }
}
