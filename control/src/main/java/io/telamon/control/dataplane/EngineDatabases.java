package io.telamon.control.dataplane;

import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.spi.engine.EngineUnavailableException;
import io.telamon.gateway.spi.engine.Namespace;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        BsonDocument command = new BsonDocument("dbStats", new BsonInt32(1)).append("$db", new BsonString(database));
        Map<String, Double> numbers = new TreeMap<>();
        try {
            commands.run(cluster, command).forEach((name, value) -> {
                if (value.isNumber()) {
                    numbers.put(name, value.asNumber().doubleValue());
                }
            });
        } catch (EngineUnavailableException | IOException e) {
            log.debug("the statistics of a database of cluster {} cannot be had", cluster, e);
        }
        return numbers;
    }
}
