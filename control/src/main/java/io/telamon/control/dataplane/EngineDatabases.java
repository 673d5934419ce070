package io.telamon.control.dataplane;

import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an engine tells of databases when it is asked as a client would ask it. */
final class EngineDatabases implements DatabaseStatistics {

    private static final Logger log = LoggerFactory.getLogger(EngineDatabases.class);

    private final Engine engine;
    private final EngineCommands commands;

    EngineDatabases(Engine engine, EngineCommands commands) {
        this.engine = engine;
        this.commands = commands;
    }

    @Override
    public Set<String> names(ClusterId cluster) {
        Set<String> names = new TreeSet<>();
        try {
            for (Namespace namespace : engine.collections(cluster)) {
                names.add(namespace.database());
            }
        } catch (EngineUnavailableException e) {
            log.debug("the databases of cluster {} cannot be listed", cluster, e);
        }
        return names;
    }

    @Override
    public Map<String, Double> of(ClusterId cluster, String database) {
        return numbers(run(cluster, database, new BsonDocument("dbStats", new BsonInt32(1))));
    }

    @Override
    public Map<String, Double> of(ClusterId cluster, String database, String collection) {
        return numbers(run(cluster, database, new BsonDocument("collStats", new BsonString(collection))));
    }

    @Override
    public List<BsonDocument> indexes(ClusterId cluster, String database, String collection) {
        BsonDocument cursor = run(cluster, database, new BsonDocument("listIndexes", new BsonString(collection)))
                .getDocument("cursor", new BsonDocument());
        return cursor.getArray("firstBatch", new BsonArray()).stream()
                .map(index -> index.asDocument().getDocument("key", new BsonDocument()))
                .toList();
    }

    private static Map<String, Double> numbers(BsonDocument answer) {
        Map<String, Double> numbers = new TreeMap<>();
        answer.forEach((name, value) -> {
            if (value.isNumber()) {
                numbers.put(name, value.asNumber().doubleValue());
            }
        });
        return numbers;
    }

    /** The answer, which may be an error, or nothing while the engine cannot be reached. */
    private BsonDocument run(ClusterId cluster, String database, BsonDocument command) {
        try {
            return commands.run(cluster, command.append("$db", new BsonString(database)));
        } catch (EngineUnavailableException | IOException e) {
            log.debug("cluster {} cannot be asked for {}", cluster, command.getFirstKey(), e);
            return new BsonDocument();
        }
    }
}
