package io.telamon.engine.embedded;

import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.store.BrokenStoreException;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.ResultMemory;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.FailureReason;
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
final class StoreCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreCache.class);

    /** How often something is read before an error is told. */
    private static final int ATTEMPTS = 3;

    private final EmbeddedSettings settings;
    private final ClusterFiles files;
    private final ResultMemory memory;
    private final DiskSpace space;
    private final Map<ClusterId, StoreHandle> stores = new ConcurrentHashMap<>();

    StoreCache(EmbeddedSettings settings) {
        this.settings = settings;
        this.files = new ClusterFiles(settings.folder());
        this.memory = new ResultMemory(settings.resultBytes());
        this.space = DiskSpace.of(settings.folder());
    }

    ClusterFiles files() {
        return files;
    }

    /** The space on the disk. */
    DiskSpace space() {
        return space;
    }

    /** Reads a cluster's store, opening it if need be. If it fails meanwhile, by somebody's write perhaps, the work is done again. */
    <T> T read(ClusterId cluster, Function<ClusterStore, T> work) throws EngineUnavailableException {
        for (int attempt = 1; ; attempt++) {
            try {
                return use(cluster, work);
            } catch (BrokenStoreException e) {
                if (attempt == ATTEMPTS) {
                    throw failed(cluster, e);
                }
            }
        }
    }

    /**
     * Writes to a cluster's store, opening it if need be.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 14031 if the disk has no space
     */
    <T> T write(ClusterId cluster, Function<ClusterStore, T> work) throws EngineUnavailableException {
        try {
            T done = use(cluster, work);
            space.succeeded();
            return done;
        } catch (BrokenStoreException e) {
            if (e.isOutOfSpace()) {
                space.failed();
                throw CommandErrors.outOfDiskSpace();
            }
            throw failed(cluster, e);
        }
    }

    private static EngineUnavailableException failed(ClusterId cluster, BrokenStoreException cause) {
        return new EngineUnavailableException(
                "the store of cluster " + cluster + " failed: " + cause.getMessage(), cause);
    }

    private <T> T use(ClusterId cluster, Function<ClusterStore, T> work) throws EngineUnavailableException {
        StoreHandle open = stores.computeIfAbsent(cluster, id -> new StoreHandle(id, files, settings, memory));
        if (!open.isOpen()) {
            closeSurplus(1);
        }
        ClusterStore store = open.acquire();
        try {
            return work.apply(store);
        } finally {
            open.release();
        }
    }

    void drop(ClusterId cluster) throws IOException {
        StoreHandle open = stores.get(cluster);
        if (open == null) {
            files.delete(cluster);
        } else {
            open.drop();
            stores.remove(cluster, open);
        }
    }

    int openCount() {
        return (int) stores.values().stream().filter(StoreHandle::isOpen).count();
    }

    /** Tidies open stores, closes idle ones. */
    void tidy() {
        boolean compacts = !space.isShort();
        onOpen(store -> store.tidy(compacts));
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
            } catch (BrokenStoreException e) {
                if (e.isOutOfSpace()) {
                    space.failed();
                } else {
                    LOG.warn("the store of cluster {} cannot be tidied: {}", cluster, FailureReason.of(e));
                }
            } catch (RuntimeException e) {
                LOG.warn("the store of cluster {} cannot be tidied", cluster, e);
            }
        });
    }

    /** Closes files that were not used for the longest time, until there is space for so many more. */
    private void closeSurplus(int more) {
        List<StoreHandle> open = stores.values().stream()
                .filter(StoreHandle::isOpen)
                .sorted(Comparator.comparingLong(StoreHandle::usedAt))
                .toList();
        for (int i = 0; i < open.size() + more - settings.mostOpen(); i++) {
            open.get(i).closeIfIdle(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        stores.values().forEach(StoreHandle::close);
    }
}
