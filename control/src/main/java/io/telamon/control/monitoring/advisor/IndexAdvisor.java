package io.telamon.control.monitoring.advisor;

import io.telamon.control.api.Json;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.monitoring.advisor.Advice.IndexView;
import io.telamon.control.monitoring.advisor.Advice.OperationView;
import io.telamon.control.monitoring.advisor.Advice.ShapeView;
import io.telamon.control.monitoring.advisor.Advice.StatsView;
import io.telamon.gateway.model.ClusterId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Derives indexes from slow queries: one for each shape that no index of the collection begins with. */
final class IndexAdvisor {

    private static final double PERCENT = 100;
    private static final int ID_BYTES = 12;
    private static final JsonWriterSettings RELAXED =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final DatabaseStatistics databases;
    private final Json json;

    IndexAdvisor(DatabaseStatistics databases, Json json) {
        this.databases = databases;
        this.json = json;
    }

    /**
     * How much is told.
     *
     * @param indexes how many of them at most
     * @param examples how many of a shape at most
     * @param values whether what queries looked for is told, or the fields alone
     */
    record Extent(long indexes, long examples, boolean values) {}

    /** A shape that no index serves, and the queries that have it. */
    private record Group(QueryShape shape, List<SlowQuery> queries, Map<String, Double> collection) {

        long millis() {
            return queries.stream().mapToLong(SlowQuery::millis).sum();
        }

        String id() {
            return IndexAdvisor.id("shape " + shape.text());
        }

        @Nullable
        Long documents() {
            Double count = collection.get("count");
            return count == null ? null : count.longValue();
        }
    }

    /** What would have helped these queries of a cluster. */
    Advice advise(ClusterId cluster, List<SlowQuery> queries, Extent extent) {
        Map<QueryShape, List<SlowQuery>> shapes = new LinkedHashMap<>();
        queries.forEach(query -> QueryShape.of(query)
                .ifPresent(shape ->
                        shapes.computeIfAbsent(shape, _ -> new ArrayList<>()).add(query)));
        List<Group> groups = shapes.entrySet().stream()
                .filter(entry -> !isServed(cluster, entry.getKey()))
                .map(entry -> new Group(entry.getKey(), entry.getValue(), collection(cluster, entry.getKey())))
                .sorted(Comparator.comparingLong(Group::millis).reversed())
                .toList();
        long all = Math.max(1, queries.stream().mapToLong(SlowQuery::millis).sum());
        List<IndexView> indexes =
                indexes(groups, all).stream().limit(extent.indexes()).toList();
        return new Advice(
                groups.stream()
                        .filter(group -> indexes.stream()
                                .anyMatch(index -> index.impact().contains(group.id())))
                        .map(group -> view(group, extent))
                        .toList(),
                indexes);
    }

    private boolean isServed(ClusterId cluster, QueryShape shape) {
        List<String> wanted = List.copyOf(shape.index().keySet());
        return databases.indexes(cluster, database(shape), collectionName(shape)).stream()
                .map(keys -> List.copyOf(keys.keySet()))
                .anyMatch(keys -> keys.size() >= wanted.size()
                        && keys.subList(0, wanted.size()).equals(wanted));
    }

    private Map<String, Double> collection(ClusterId cluster, QueryShape shape) {
        return databases.of(cluster, database(shape), collectionName(shape));
    }

    private static String database(QueryShape shape) {
        return shape.namespace().substring(0, shape.namespace().indexOf('.'));
    }

    private static String collectionName(QueryShape shape) {
        return shape.namespace().substring(shape.namespace().indexOf('.') + 1);
    }

    /** Shapes that want the same index share it. */
    private static List<IndexView> indexes(List<Group> groups, long all) {
        Map<String, List<Group>> byKeys = new LinkedHashMap<>();
        groups.forEach(group -> byKeys.computeIfAbsent(
                        group.shape().namespace() + " " + group.shape().index(), _ -> new ArrayList<>())
                .add(group));
        return byKeys.entrySet().stream()
                .map(entry -> index(entry.getKey(), entry.getValue(), all))
                .sorted(Comparator.comparingDouble(IndexView::weight).reversed())
                .toList();
    }

    private static IndexView index(String text, List<Group> groups, long all) {
        Group first = groups.getFirst();
        return new IndexView(
                first.collection().getOrDefault("avgObjSize", 0.0),
                id("index " + text),
                groups.stream().map(Group::id).toList(),
                first.shape().index().entrySet().stream()
                        .map(key -> Map.of(key.getKey(), key.getValue()))
                        .toList(),
                first.shape().namespace(),
                PERCENT * groups.stream().mapToLong(Group::millis).sum() / all);
    }

    private ShapeView view(Group group, Extent extent) {
        int count = group.queries().size();
        return new ShapeView(
                group.millis() / count,
                count,
                group.id(),
                inefficiency(group),
                group.shape().namespace(),
                group.queries().stream()
                        .limit(extent.examples())
                        .map(query -> view(query, group, extent.values()))
                        .toList());
    }

    private static @Nullable Long inefficiency(Group group) {
        Long documents = group.documents();
        List<SlowQuery> known = group.queries().stream()
                .filter(query -> query.returned().isPresent())
                .toList();
        if (documents == null || known.isEmpty()) {
            return null;
        }
        long returned =
                known.stream().mapToLong(query -> query.returned().orElse(0)).sum();
        return documents * known.size() / Math.max(1, returned);
    }

    private OperationView view(SlowQuery query, Group group, boolean values) {
        List<JsonNode> predicates = QueryShape.filter(query.command())
                .map(filter -> values ? filter : withoutValues(filter))
                .map(filter -> json.value(filter.toJson(RELAXED), JsonNode.class))
                .stream()
                .toList();
        StatsView stats = new StatsView(
                query.millis(),
                query.returned().isPresent() ? query.returned().getAsLong() : null,
                group.documents(),
                query.at().getEpochSecond());
        return new OperationView(predicates, stats);
    }

    private static BsonDocument withoutValues(BsonDocument filter) {
        BsonDocument fields = new BsonDocument();
        filter.forEach((field, value) -> fields.append(
                field,
                Optional.of(value)
                        .filter(BsonValue::isDocument)
                        .map(nested -> (BsonValue) withoutValues(nested.asDocument()))
                        .orElse(new BsonInt32(1))));
        return fields;
    }

    private static String id(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
