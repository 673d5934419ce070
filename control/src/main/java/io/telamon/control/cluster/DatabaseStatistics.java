package io.telamon.control.cluster;

import io.telamon.gateway.model.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/** What an engine tells of the databases of a cluster. */
public interface DatabaseStatistics {

    /** Of clusters that have no engine: no databases. */
    DatabaseStatistics NONE = new DatabaseStatistics() {
        @Override
        public Set<String> names(ClusterId cluster) {
            return Set.of();
        }

        @Override
        public Map<String, Double> of(ClusterId cluster, String database) {
            return Map.of();
        }
    };

    /** The databases that have collections of clients; none while the engine cannot be reached. */
    Set<String> names(ClusterId cluster);

    /** The numbers of {@code collStats} by their names in its answer; none while the engine cannot be reached. */
    default Map<String, Double> of(ClusterId cluster, String database, String collection) {
        return Map.of();
    }

    /** The keys of each index of a collection; none while the engine cannot be reached. */
    default List<BsonDocument> indexes(ClusterId cluster, String database, String collection) {
        return List.of();
    }

    /** The numbers of {@code dbStats} by their names in its answer; none while the engine cannot be reached. */
    Map<String, Double> of(ClusterId cluster, String database);
}
