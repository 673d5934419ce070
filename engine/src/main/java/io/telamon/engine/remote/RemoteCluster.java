package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.EngineInfo;
import io.telamon.gateway.spi.engine.EngineSession;
import io.telamon.gateway.spi.engine.EngineSize;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cluster in a deployment. */
public final class RemoteCluster {

    /** The longest that a deployment answers, in bytes. */
    public static final int LONGEST_REPLY = DeploymentConnection.LONGEST_FRAME;

    /** What is said as long as nobody could be asked. */
    private static final int WIRE_VERSION = 21;

    private static final String VERSION = "7.0.0";
    private static final Logger LOG = LoggerFactory.getLogger(RemoteCluster.class);

    private final DeploymentSupplier reached;
    private final Names names;
    private final ReplyMemory memory = new ReplyMemory();
    private final RetryableWrites writes = new RetryableWrites();
    private volatile Optional<String> version = Optional.empty();

    RemoteCluster(DeploymentSupplier reached, Names names) {
        this.reached = reached;
        this.names = names;
    }

    /** A cluster that has a deployment for itself. */
    public static RemoteCluster alone(DeploymentSupplier reached) {
        return new RemoteCluster(reached, Names.own());
    }

    /** What the deployment says of itself, or what is usual as long as it cannot be asked. */
    public EngineInfo info(String name) {
        int wireVersion = WIRE_VERSION;
        String told = VERSION;
        try {
            told = version().orElse(VERSION);
            wireVersion = reached.now()
                    .greeting()
                    .filter(greeting -> greeting.isNumber("maxWireVersion"))
                    .map(greeting -> greeting.getNumber("maxWireVersion").intValue())
                    .orElse(WIRE_VERSION);
        } catch (EngineUnavailableException e) {
            LOG.debug("{} cannot be asked what it is", name, e);
        }
        return new EngineInfo(name, told, wireVersion, new BsonDocument("telamonEngine", new BsonString(name)));
    }

    /** The version of the commands that the deployment understands, asked for once. */
    private Optional<String> version() throws EngineUnavailableException {
        if (version.isEmpty()) {
            BsonDocument build = reached.now().run("admin", new BsonDocument("buildInfo", new BsonInt32(1)));
            version = Optional.of(build)
                    .filter(answer -> answer.isString("version"))
                    .map(answer -> answer.getString("version").getValue());
        }
        return version;
    }

    /** A session for a client. */
    public EngineSession open() {
        return new RetryableWriteSession(new RemoteSession(reached, names, memory), reached, writes);
    }

    /** How much it holds, by the deployment's own count. */
    public EngineSize size() throws EngineUnavailableException {
        long data = 0;
        long indexes = 0;
        for (String database : names.own(reached.now().databases())) {
            BsonDocument stats =
                    reached.now().run(names.outer(database), new BsonDocument("dbStats", new BsonInt32(1)));
            data += number(stats, "dataSize");
            indexes += number(stats, "indexSize");
        }
        return new EngineSize(data, indexes);
    }

    private static long number(BsonDocument document, String field) {
        return document.isNumber(field) ? document.getNumber(field).longValue() : 0;
    }

    /** Its collections. */
    public Set<Namespace> collections() throws EngineUnavailableException {
        Set<Namespace> found = new LinkedHashSet<>();
        for (String database : names.own(reached.now().databases())) {
            BsonDocument cursor = reached.now()
                    .run(
                            names.outer(database),
                            new BsonDocument("listCollections", new BsonInt32(1)).append("nameOnly", BsonBoolean.TRUE))
                    .getDocument("cursor");
            add(found, database, cursor.getArray("firstBatch"));
            while (cursor.getInt64("id").getValue() != 0) {
                cursor = reached.now()
                        .run(
                                names.outer(database),
                                new BsonDocument(
                                                "getMore",
                                                new BsonInt64(
                                                        cursor.getInt64("id").getValue()))
                                        .append("collection", new BsonString("$cmd.listCollections")))
                        .getDocument("cursor");
                add(found, database, cursor.getArray("nextBatch"));
            }
        }
        return found;
    }

    private static void add(Set<Namespace> found, String database, BsonArray batch) {
        for (BsonValue collection : batch) {
            String name = collection.asDocument().getString("name").getValue();
            if (!name.startsWith("system.")) {
                found.add(new Namespace(database, name));
            }
        }
    }

    /** Removes its databases. */
    public void drop() throws EngineUnavailableException {
        for (String database : names.own(reached.now().databases())) {
            reached.now().run(names.outer(database), new BsonDocument("dropDatabase", new BsonInt32(1)));
        }
    }

    /** Makes sure that the deployment answers. */
    public void require() throws EngineUnavailableException {
        reached.now().run("admin", new BsonDocument("ping", new BsonInt32(1)));
    }
}
