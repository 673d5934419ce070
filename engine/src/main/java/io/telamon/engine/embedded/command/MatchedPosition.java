package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.Matching;
import io.telamon.engine.embedded.filter.DocumentEquality;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which element of an array a filter matched. Of several conditions the last counts, those on the array itself before those on others, as with
 * MongoDB; conditions that something is not there match no element.
 */
final class MatchedPosition {

    private static final Set<String> NEGATIVE = Set.of("$ne", "$nin", "$not");

    private final Document document;
    private final String array;
    private OptionalInt position = OptionalInt.empty();
    private boolean ofArray;

    /** Looks at a document, for an array at that path. */
    MatchedPosition(Document document, String array) {
        this.document = document;
        this.array = array;
    }

    /** The position that a filter matched, if it matched an element. */
    OptionalInt of(Document filter) {
        visit(filter);
        return position;
    }

    private void visit(Document filter) {
        filter.forEach((name, value) -> {
            switch (name) {
                case "$and" -> documents(value).forEach(this::visit);
                case "$or" ->
                    documents(value).stream()
                            .filter(choice -> Matching.matches(document, choice))
                            .findFirst()
                            .ifPresent(this::visit);
                default -> {
                    if (!name.startsWith("$")) {
                        condition(name, value);
                    }
                }
            }
        });
    }

    private static List<Document> documents(@Nullable Object filters) {
        return filters instanceof Collection<?> list
                ? list.stream().map(filter -> (Document) filter).toList()
                : List.of();
    }

    private void condition(String path, @Nullable Object value) {
        if (!(value instanceof Document operators) || !DocumentEquality.isOperators(operators)) {
            element(path, new Document("$eq", value));
            return;
        }
        for (Map.Entry<String, @Nullable Object> operator : operators.entrySet()) {
            if (operator.getKey().equals("$options") || NEGATIVE.contains(operator.getKey())) {
                continue;
            }
            Document single = new Document(operator.getKey(), operator.getValue());
            if (operator.getKey().equals("$regex") && operators.containsKey("$options")) {
                single.put("$options", operators.get("$options"));
            }
            element(path, single);
        }
    }

    /** Looks for the first array on a path and its first element that meets a condition alone. */
    private void element(String path, Document condition) {
        List<String> names = List.of(path.split("\\.", -1));
        Object at = document;
        for (int i = 0; i < names.size() && at instanceof Document inner; i++) {
            at = inner.getOrMissing(names.get(i));
            if (at instanceof List<?> values) {
                String arrayPath = String.join(".", names.subList(0, i + 1));
                List<String> rest = names.subList(i + 1, names.size());
                if (rest.isEmpty() || !rest.getFirst().matches("\\d+")) {
                    first(values, String.join(".", rest), condition).ifPresent(found -> record(arrayPath, found));
                }
                return;
            }
        }
    }

    private static OptionalInt first(List<?> values, String rest, Document condition) {
        Document filter = new Document(rest.isEmpty() ? "v" : "v." + rest, condition);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (!(value instanceof Missing) && Matching.matches(new Document("v", one(value)), filter)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        List<@Nullable Object> list = new java.util.ArrayList<>();
        list.add(value);
        return list;
    }

    private void record(String path, int found) {
        boolean own = path.equals(array);
        if (own || !ofArray) {
            position = OptionalInt.of(found);
            ofArray |= own;
        }
    }
}
