package io.telamon.gateway.cluster;

import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cluster holds, as far as limits need to know it. Sizes are asked for in the background, at most once a second; names are asked
 * for when one turns up that was not seen before.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
public final class Storage {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Engine engine;
    private final ClusterId cluster;
    private final PendingNamespaces pending = new PendingNamespaces(this);
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Set<Namespace> collections = Set.of();
    private volatile long bytes;
    private volatile long askedAt;
    private volatile boolean known;

    /** What that engine holds of that cluster. */
    public Storage(Engine engine, ClusterId cluster) {
        this.engine = engine;
        this.cluster = cluster;
    }

    /** Bytes of documents and indexes, not older than the last write but one second. */
    public long bytes() throws EngineUnavailableException {
        if (!known) {
            measure();
        }
        refresh();
        return bytes;
    }

    /** The bytes when last asked for, zero if never; asks again for the next time. */
    public long lastBytes() {
        refresh();
        return bytes;
    }

    private void refresh() {
        boolean stale = !known || System.nanoTime() - askedAt > FRESH;
        if (stale && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().start(this::measureQuietly);
        }
    }

    private void measure() throws EngineUnavailableException {
        bytes = engine.size(cluster).total();
        askedAt = System.nanoTime();
        known = true;
    }

    private void measureQuietly() {
        try {
            measure();
        } catch (EngineUnavailableException | RuntimeException e) {
            LOG.debug("cluster {} cannot be measured", cluster, e);
            askedAt = System.nanoTime();
        } finally {
            asking.set(false);
        }
    }

    /** Whether a collection was there when names were last asked for. */
    public boolean holds(Namespace collection) {
        return collections.contains(collection);
    }

    /** The collections that may come to be there. */
    public PendingNamespaces pending() {
        return pending;
    }

    /** The collections there are now. */
    public Set<Namespace> collections() throws EngineUnavailableException {
        Set<Namespace> found = Set.copyOf(engine.collections(cluster));
        collections = found;
        return found;
    }

    /** Forgets names, because a command removed some. */
    public void forgetNames() {
        collections = Set.of();
    }
}
