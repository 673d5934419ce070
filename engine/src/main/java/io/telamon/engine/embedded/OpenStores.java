package io.telamon.engine.embedded;

import io.telamon.engine.embedded.store.BrokenStoreException;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.ResultMemory;
import io.telamon.gateway.spi.ClusterId;
import io.telamon.gateway.spi.EngineUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stores of all clusters, of which few are open at a time. */
final class OpenStores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStores.class);

    private final EmbeddedSettings settings;
    private final ClusterFiles files;
    private final ResultMemory memory;
    private final Map<ClusterId, OpenStore> stores = new ConcurrentHashMap<>();

    OpenStores(EmbeddedSettings settings) {
        this.settings = settings;
        this.files = new ClusterFiles(settings.folder());
        this.memory = new ResultMemory(settings.resultBytes());
    }

    ClusterFiles files() {
        return files;
    }

    /** Does something with a cluster's store, opening it if need be. */
    <T> T use(ClusterId cluster, Function<ClusterStore, T> work) throws EngineUnavailableException {
        OpenStore open =
                stores.computeIfAbsent(cluster, id -> new OpenStore(id, files, settings.cacheMegabytes(), memory));
        if (!open.isOpen()) {
            closeSurplus(1);
        }
        ClusterStore store = open.acquire();
        try {
            return work.apply(store);
        } catch (BrokenStoreException e) {
            throw new EngineUnavailableException("the store of cluster " + cluster + " failed: " + e.getMessage(), e);
        } finally {
            open.release();
        }
    }

    void drop(ClusterId cluster) throws IOException {
        OpenStore open = stores.get(cluster);
        if (open == null) {
            files.delete(cluster);
        } else {
            open.drop();
            stores.remove(cluster, open);
        }
    }

    int openCount() {
        return (int) stores.values().stream().filter(OpenStore::isOpen).count();
    }

    /** Tidies open stores, closes idle ones. */
    void tidy() {
        onOpen(ClusterStore::tidy);
        stores.values().forEach(open -> open.closeIfIdle(settings.idle()));
        closeSurplus(0);
    }

    /** Forgets sessions that have ended. */
    void forgetSessions() {
        onOpen(ClusterStore::forgetSessions);
    }

    private void onOpen(Consumer<ClusterStore> work) {
        stores.forEach((cluster, open) -> {
            try {
                open.ifOpen(work);
            } catch (RuntimeException e) {
                LOG.warn("the store of cluster {} cannot be tidied", cluster, e);
            }
        });
    }

    /** Closes files that were not used for the longest time, until there is room for so many more. */
    private void closeSurplus(int more) {
        List<OpenStore> open = stores.values().stream()
                .filter(OpenStore::isOpen)
                .sorted(Comparator.comparingLong(OpenStore::usedAt))
                .toList();
        for (int i = 0; i < open.size() + more - settings.mostOpen(); i++) {
            open.get(i).closeIfIdle(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        stores.values().forEach(OpenStore::close);
    }
}
