package io.telamon.engine.embedded;

import io.telamon.engine.embedded.command.Commands;
import io.telamon.engine.embedded.store.ClusterStore;
import io.telamon.engine.embedded.store.StoredBackend;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Client;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineSize;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * The engine in this process: mongo-java-server over one file a cluster. A development engine: every acknowledged write is on the disk, but
 * it knows fewer commands, stages and index kinds than MongoDB, and refuses the rest by name.
 */
public final class EmbeddedEngine implements Engine, AutoCloseable {

    /** The newest wire version whose commands drivers need; the one after it brings {@code bulkWrite}. */
    private static final int WIRE_VERSION = 21;

    private static final String VERSION = "7.0.0";

    private final StoreCache stores;
    private final StoreEvictor housekeeping;
    private final Commands commands = new Commands();
    private final LargeCommands large = LargeCommands.ofHeap();

    /** Keeps its files as told. {@link #close} must be called. */
    public EmbeddedEngine(EmbeddedSettings settings) {
        this(settings, new EssentialThreads());
    }

    /**
     * Keeps its files as told. {@link #close} must be called.
     *
     * @param threads list the one that closes idle stores, as {@code embedded-engine-housekeeping}
     */
    public EmbeddedEngine(EmbeddedSettings settings, EssentialThreads threads) {
        this.stores = new StoreCache(settings);
        this.housekeeping = StoreEvictor.start(stores, threads);
    }

    @Override
    public EngineInfo info(ClusterId cluster) {
        BsonDocument build = new BsonDocument("telamonEngine", new BsonString("embedded"))
                .append("developmentEngine", BsonBoolean.TRUE)
                .append("modules", new BsonArray())
                .append("bits", new BsonInt32(64));
        return new EngineInfo("embedded development engine (mongo-java-server)", VERSION, WIRE_VERSION, build);
    }

    @Override
    public void provision(ClusterId cluster) throws EngineUnavailableException {
        try {
            stores.files().create(cluster);
        } catch (IOException e) {
            throw new EngineUnavailableException("cannot make a file for cluster " + cluster + ": " + e, e);
        }
    }

    /** Nothing is opened yet: the file is, for as long as each command needs it. */
    @Override
    public EngineSession open(ClusterId cluster, Client client) throws EngineUnavailableException {
        if (!stores.files().exists(cluster)) {
            throw new EngineUnavailableException("cluster " + cluster + " was never provisioned, or is dropped");
        }
        return new EmbeddedSession(stores, cluster, commands, large);
    }

    @Override
    public EngineSize size(ClusterId cluster) throws EngineUnavailableException {
        return stores.read(cluster, store -> store.read(() -> store.backend().size()));
    }

    @Override
    public Set<Namespace> collections(ClusterId cluster) throws EngineUnavailableException {
        return stores.read(cluster, EmbeddedEngine::collections);
    }

    private static Set<Namespace> collections(ClusterStore store) {
        return store.read(() -> {
            Set<Namespace> found = new LinkedHashSet<>();
            StoredBackend backend = store.backend();
            for (String database : backend.databaseNames()) {
                for (String collection :
                        backend.database(database).userCollections().keySet()) {
                    found.add(new Namespace(database, collection));
                }
            }
            return found;
        });
    }

    @Override
    public void drop(ClusterId cluster) throws EngineUnavailableException {
        try {
            stores.drop(cluster);
        } catch (IOException e) {
            throw new EngineUnavailableException("cannot delete the file of cluster " + cluster + ": " + e, e);
        }
    }

    /** Whether the disk of its files is full: writes are refused with 14031 {@code OutOfDiskSpace} then, reads go on. */
    @Override
    public boolean isOutOfSpace() {
        return stores.space().isShort();
    }

    /** How many clusters' files are open now. */
    public int openFiles() {
        return stores.openCount();
    }

    /** Waits for the commands under way and closes every file. */
    @Override
    public void close() {
        housekeeping.close();
        stores.close();
    }
}
