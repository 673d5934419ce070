package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.telamon.gateway.spi.engine.EngineSize;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.h2.mvstore.MVStore;

/** All databases of one cluster. */
public final class StoredBackend extends AbstractMongoBackend {

    private final Maps maps;

    StoredBackend(MVStore store) {
        this.maps = new Maps(store);
        maps.databases().forEach(this::resolveDatabase);
    }

    Maps maps() {
        return maps;
    }

    /** The database of that name, if it holds collections; asking does not make it. */
    public Optional<StoredDatabase> find(String name) {
        return listDatabaseNames().contains(name)
                ? Optional.of((StoredDatabase) resolveDatabase(name))
                : Optional.empty();
    }

    /** The collection of that name, if it exists. */
    public Optional<StoredCollection> find(String database, String collection) {
        return find(database).flatMap(found -> found.find(collection));
    }

    /** The database of that name, made if it does not exist. */
    public StoredDatabase database(String name) {
        return (StoredDatabase) resolveDatabase(name);
    }

    /** The names of the databases that hold collections. */
    public SortedSet<String> databaseNames() {
        SortedSet<String> names = new TreeSet<>();
        for (String name : listDatabaseNames()) {
            if (!database(name).userCollections().isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** How much there is in all databases. */
    public EngineSize size() {
        long documents = 0;
        long indexes = 0;
        for (String name : databaseNames()) {
            for (StoredCollection collection : database(name).userCollections().values()) {
                documents += collection.bytes();
                indexes += collection.indexBytes();
            }
        }
        return new EngineSize(documents, indexes);
    }

    /** Has mongo-java-server run a command. */
    public Document run(String database, String command, Document body) {
        return database(database)
                .handleCommand(DummyChannel.INSTANCE, command, body, this::resolveDatabase, NoopOplog.get());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, maps, getCursorRegistry());
    }
}
