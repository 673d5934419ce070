package io.telamon.control.monitoring.advisor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a query looks for, without the values: fields that must equal something, fields that it sorts by, fields that must be in a range.
 *
 * @param namespace the collection
 * @param equal in alphabetical order
 * @param sort fields and their directions, 1 or -1, in the order of the query
 * @param range in alphabetical order
 */
record QueryShape(String namespace, List<String> equal, Map<String, Integer> sort, List<String> range) {

    private static final int MOST_FIELDS = 32;
    private static final Set<String> EQUALITIES = Set.of("$eq", "$in");

    /** That of a slow query, or nothing if an index could not help it. */
    static Optional<QueryShape> of(SlowQuery query) {
        Set<String> equal = new TreeSet<>();
        Set<String> range = new TreeSet<>();
        filter(query.command()).ifPresent(filter -> collect(filter, equal, range));
        range.removeAll(equal);
        Map<String, Integer> sort = directions(sort(query.command()));
        sort.keySet().removeAll(equal);
        QueryShape shape = new QueryShape(query.namespace(), List.copyOf(equal), sort, List.copyOf(range));
        boolean helpless = shape.index().keySet().equals(Set.of("_id"))
                || shape.index().isEmpty()
                || shape.index().size() > MOST_FIELDS;
        return helpless || !query.hasCollection() ? Optional.empty() : Optional.of(shape);
    }

    /** The index that serves it: what is equal, then what is sorted by, then ranges (MongoDB manual, "The ESR Guideline"). */
    Map<String, Integer> index() {
        Map<String, Integer> keys = new LinkedHashMap<>();
        equal.forEach(field -> keys.put(field, 1));
        sort.forEach(keys::putIfAbsent);
        range.forEach(field -> keys.putIfAbsent(field, 1));
        return keys;
    }

    /** What a command filters by. Of several statements the first. */
    static Optional<BsonDocument> filter(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "find" -> document(command, "filter");
            case "count", "distinct", "findAndModify", "findandmodify" -> document(command, "query");
            case "update" -> first(command, "updates").flatMap(statement -> document(statement, "q"));
            case "delete" -> first(command, "deletes").flatMap(statement -> document(statement, "q"));
            case "aggregate" -> first(command, "pipeline").flatMap(stage -> document(stage, "$match"));
            default -> Optional.empty();
        };
    }

    private static Optional<BsonDocument> sort(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "find", "findAndModify", "findandmodify" -> document(command, "sort");
            case "aggregate" -> sortStage(command);
            default -> Optional.empty();
        };
    }

    /** A {@code $sort} at the beginning, or behind a {@code $match}. */
    private static Optional<BsonDocument> sortStage(BsonDocument command) {
        if (!(command.get("pipeline") instanceof BsonArray stages)) {
            return Optional.empty();
        }
        for (BsonValue stage : stages) {
            if (!stage.isDocument() || stage.asDocument().isEmpty()) {
                return Optional.empty();
            }
            if (!stage.asDocument().getFirstKey().equals("$match")) {
                return document(stage.asDocument(), "$sort");
            }
        }
        return Optional.empty();
    }

    private static Map<String, Integer> directions(Optional<BsonDocument> sort) {
        Map<String, Integer> directions = new LinkedHashMap<>();
        sort.ifPresent(fields -> fields.forEach((field, direction) -> {
            if (direction.isNumber()) {
                directions.put(field, direction.asNumber().doubleValue() < 0 ? -1 : 1);
            }
        }));
        return directions;
    }

    /** Fields below {@code $or} and the like are left out: one index does not serve them. */
    private static void collect(BsonDocument filter, Set<String> equal, Set<String> range) {
        filter.forEach((field, value) -> {
            if (field.equals("$and") && value.isArray()) {
                value.asArray().stream()
                        .filter(BsonValue::isDocument)
                        .forEach(part -> collect(part.asDocument(), equal, range));
            } else if (!field.startsWith("$")) {
                (isEquality(value) ? equal : range).add(field);
            }
        });
    }

    private static boolean isEquality(BsonValue value) {
        if (value.isRegularExpression()) {
            return false;
        }
        return !value.isDocument()
                || value.asDocument().isEmpty()
                || !value.asDocument().getFirstKey().startsWith("$")
                || EQUALITIES.containsAll(value.asDocument().keySet());
    }

    private static Optional<BsonDocument> document(BsonDocument holder, String field) {
        return Optional.ofNullable(holder.get(field))
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument);
    }

    private static Optional<BsonDocument> first(BsonDocument holder, String field) {
        return holder.get(field) instanceof BsonArray array
                        && !array.isEmpty()
                        && array.get(0).isDocument()
                ? Optional.of(array.get(0).asDocument())
                : Optional.empty();
    }

    /** Its fields by what is done with them, for a stable id. */
    String text() {
        return namespace + " " + equal + " " + sort + " " + range;
    }
}
