package io.telamon.engine.embedded;

import io.telamon.engine.embedded.store.BrokenStoreException;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.ResultMemory;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cluster's store, opened when it is used and closed when it is not.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
final class StoreHandle {

    private static final Logger LOG = LoggerFactory.getLogger(StoreHandle.class);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ClusterId cluster;
    private final ClusterFiles files;
    private final EmbeddedSettings settings;
    private final ResultMemory memory;
    private @Nullable ClusterStore store;
    private int users;
    private boolean gone;
    private long usedAt = System.nanoTime();

    StoreHandle(ClusterId cluster, ClusterFiles files, EmbeddedSettings settings, ResultMemory memory) {
        this.cluster = cluster;
        this.files = files;
        this.settings = settings;
        this.memory = memory;
    }

    /** The store, open until as many {@link #release} have been called. */
    synchronized ClusterStore acquire() throws EngineUnavailableException {
        if (store != null && store.broken()) {
            discard(store);
        }
        if (gone || !files.exists(cluster)) {
            files.requireIntact(cluster);
            throw new EngineUnavailableException("cluster " + cluster + " has no file in the embedded engine's folder");
        }
        ClusterStore open = store == null ? open() : store;
        store = open;
        users++;
        return open;
    }

    private ClusterStore open() throws EngineUnavailableException {
        files.requireIntact(cluster);
        try {
            String file = settings.fileSystem() + files.of(cluster).toAbsolutePath();
            ClusterStore open = ClusterStore.open(file, settings.cacheMegabytes(), memory, InstantSource.system());
            files.opened(cluster);
            return open;
        } catch (BrokenStoreException e) {
            throw new EngineUnavailableException("cannot open " + files.of(cluster) + ": " + e.getMessage(), e);
        }
    }

    /** Gives a store up that failed, once those have noticed who use it. */
    private void discard(ClusterStore broken) throws EngineUnavailableException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (users > 0 && System.nanoTime() < deadline) {
                wait(LONGEST_WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException(
                    "interrupted while the store of cluster " + cluster + " is opened again", e);
        }
        if (store != broken) {
            return;
        }
        if (users > 0) {
            throw new EngineUnavailableException(
                    "the store of cluster " + cluster + " failed and is being opened again");
        }
        broken.abandon();
        store = null;
    }

    /** Does something with the store if it is open, which does not count as use. */
    void ifOpen(Consumer<ClusterStore> work) {
        ClusterStore open;
        synchronized (this) {
            if (store == null || store.broken()) {
                return;
            }
            open = store;
            users++;
        }
        try {
            work.accept(open);
        } finally {
            synchronized (this) {
                users--;
                notifyAll();
            }
        }
    }

    synchronized void release() {
        users--;
        usedAt = System.nanoTime();
        notifyAll();
    }

    synchronized boolean isOpen() {
        return store != null;
    }

    synchronized long usedAt() {
        return usedAt;
    }

    /** Closes the file if nobody has used it for so long. */
    synchronized void closeIfIdle(Duration idle) {
        if (store != null && users == 0 && !store.cursors().any() && System.nanoTime() - usedAt > idle.toNanos()) {
            close();
        }
    }

    /** Closes the file once nobody uses it. */
    synchronized void close() {
        awaitUsers();
        if (store != null) {
            try {
                store.close();
            } catch (BrokenStoreException e) {
                LOG.warn("the store of cluster {} did not close well: {}", cluster, e.getMessage());
            }
            store = null;
        }
    }

    /** Removes the cluster. */
    synchronized void drop() throws IOException {
        gone = true;
        awaitUsers();
        if (store != null) {
            store.abandon();
            store = null;
        }
        files.delete(cluster);
    }

    private void awaitUsers() {
        boolean interrupted = false;
        while (users > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
