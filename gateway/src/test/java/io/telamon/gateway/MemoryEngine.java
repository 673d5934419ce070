package io.telamon.gateway;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineSize;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/** Keeps documents in lists: as much of an engine as it takes to see messages arrive. */
final class MemoryEngine implements Engine {

    final Map<ClusterId, Map<Namespace, List<BsonDocument>>> clusters = new ConcurrentHashMap<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    /** What open cursors have left, by their ids. */
    final Map<Long, List<BsonDocument>> cursors = new ConcurrentHashMap<>();

    /** Lets go on what waits on the collection {@code stubborn}. */
    final CountDownLatch free = new CountDownLatch(1);

    volatile boolean down;
    volatile BsonDocument last = new BsonDocument();
    volatile long extraBytes;

    @Override
    public EngineInfo info(ClusterId cluster) {
        return new EngineInfo("memory", "8.0.4", 21, new BsonDocument());
    }

    @Override
    public void provision(ClusterId cluster) {
        clusters.computeIfAbsent(cluster, _ -> new ConcurrentHashMap<>());
    }

    @Override
    public EngineSession open(ClusterId cluster, Client client) throws EngineUnavailableException {
        requireUp();
        return new MemorySession(this, data(cluster));
    }

    @Override
    public EngineSize size(ClusterId cluster) throws EngineUnavailableException {
        requireUp();
        return new EngineSize(extraBytes, 0);
    }

    @Override
    public Set<Namespace> collections(ClusterId cluster) throws EngineUnavailableException {
        requireUp();
        return data(cluster).keySet().stream().collect(Collectors.toSet());
    }

    @Override
    public void drop(ClusterId cluster) {
        clusters.remove(cluster);
    }

    Map<Namespace, List<BsonDocument>> data(ClusterId cluster) {
        provision(cluster);
        return Objects.requireNonNull(clusters.get(cluster));
    }

    void requireUp() throws EngineUnavailableException {
        if (down) {
            throw new EngineUnavailableException("switched off by the test");
        }
    }
}
