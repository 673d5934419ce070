package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.expression.Evaluator;
import io.telamon.engine.embedded.expression.Paths;
import io.telamon.engine.embedded.expression.VariableScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stage does with fields and with fields of fields. A path that leads into an array means each document in it. */
final class FieldTree {

    /** What is done with one field. */
    sealed interface Use {

        /** It is kept. */
        record Included() implements Use {}

        /** It is left out. */
        record Excluded() implements Use {}

        /** It gets the value of an expression. */
        record Computed(@Nullable Object expression) implements Use {}

        /** Something is done with its own fields. */
        record Inner(FieldTree fields) implements Use {}
    }

    private final Map<String, Use> uses = new LinkedHashMap<>();

    /** Adds what is done at a path. */
    void add(String path, Use use) {
        add(path, Paths.split(path), use);
    }

    private void add(String path, List<String> names, Use use) {
        String name = names.getFirst();
        Use known = uses.get(name);
        if (names.size() == 1) {
            if (known != null) {
                throw collision(path);
            }
            uses.put(name, use);
            return;
        }
        switch (known) {
            case null -> {
                FieldTree inner = new FieldTree();
                inner.add(path, names.subList(1, names.size()), use);
                uses.put(name, new Use.Inner(inner));
            }
            case Use.Inner(FieldTree inner) -> inner.add(path, names.subList(1, names.size()), use);
            default -> throw collision(path);
        }
    }

    private static MongoServerError collision(String path) {
        return new MongoServerError(31250, "Path collision at " + path);
    }

    /** The fields of a document that are kept. */
    Document included(Document document) {
        Document kept = new Document();
        document.forEach((name, value) -> {
            Object shown = switch (uses.get(name)) {
                case Use.Included() -> value;
                case Use.Inner(FieldTree inner) -> inner.includedIn(value);
                case null, default -> Missing.getInstance();
            };
            if (!(shown instanceof Missing)) {
                kept.put(name, shown);
            }
        });
        return kept;
    }

    private @Nullable Object includedIn(@Nullable Object value) {
        return switch (value) {
            case Document document -> included(document);
            case Collection<?> values -> {
                List<@Nullable Object> kept = new ArrayList<>();
                for (Object element : values) {
                    Object shown = includedIn(element);
                    if (!(shown instanceof Missing)) {
                        kept.add(shown);
                    }
                }
                yield kept;
            }
            case null, default -> Missing.getInstance();
        };
    }

    /** A document without the fields that are left out. */
    Document rest(Document document) {
        Document rest = new Document();
        document.forEach((name, value) -> {
            switch (uses.get(name)) {
                case Use.Excluded() -> {}
                case Use.Inner(FieldTree inner) -> rest.put(name, inner.restOf(value));
                case null, default -> rest.put(name, value);
            }
        });
        return rest;
    }

    private @Nullable Object restOf(@Nullable Object value) {
        return switch (value) {
            case Document document -> rest(document);
            case Collection<?> values -> {
                List<@Nullable Object> rest = new ArrayList<>();
                values.forEach(element -> rest.add(restOf(element)));
                yield rest;
            }
            case null, default -> value;
        };
    }

    /** A document with the values of the expressions, which look at another one. */
    Document computed(Document document, Evaluator evaluator, VariableScope scope) {
        Document result = document.clone();
        uses.forEach((name, use) -> {
            switch (use) {
                case Use.Computed(Object expression) -> put(result, name, evaluator.evaluate(expression, scope));
                case Use.Inner(FieldTree inner)
                when inner.computes() -> result.put(name, inner.computedIn(result.get(name), evaluator, scope));
                default -> {}
            }
        });
        return result;
    }

    private static void put(Document document, String name, @Nullable Object value) {
        if (value instanceof Missing) {
            document.remove(name);
        } else {
            document.put(name, value);
        }
    }

    private boolean computes() {
        return uses.values().stream()
                .anyMatch(use ->
                        use instanceof Use.Computed || (use instanceof Use.Inner(FieldTree inner) && inner.computes()));
    }

    private Object computedIn(@Nullable Object value, Evaluator evaluator, VariableScope scope) {
        return switch (value) {
            case Document document -> computed(document, evaluator, scope);
            case Collection<?> values -> {
                List<Object> computed = new ArrayList<>();
                values.forEach(element -> computed.add(computedIn(element, evaluator, scope)));
                yield computed;
            }
            case null, default -> computed(new Document(), evaluator, scope);
        };
    }
}
