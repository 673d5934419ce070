package io.telamon.engine.embedded;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Runs features against the same few documents. */
final class FeatureRun {

    private static final String DOCUMENTS = """
            [{_id: 1, a: 1, b: 'x', l: [1, 2, 3], n: {k: 1}, d: ISODate('2024-02-29T12:34:56.789Z')},
             {_id: 2, a: 2, b: 'y', l: [4, 5], n: {k: 2}},
             {_id: 3, a: 3, b: null, l: []},
             {_id: 4, a: 2.5, s: 'Hello'}]
            """;

    private static final Set<String> READING = Set.of("filter", "group", "expr");

    private static final String EMPTY = "(none)";

    private final Shell shell;

    FeatureRun(Shell shell) {
        this.shell = shell;
    }

    /** Puts the documents there, and nothing else. */
    void fill() {
        shell.run("{dropDatabase: 1}");
        shell.run("{insert: 'd', documents: " + DOCUMENTS + "}");
        shell.run("{insert: 'o', documents: [{_id: 11, a: 1}]}");
    }

    /** What becomes of a feature. */
    Outcome run(Feature feature) {
        if (!READING.contains(feature.kind())) {
            fill();
        }
        BsonDocument reply = shell.run(feature.name().equals("listDatabases") ? feature.run() : command(feature));
        if (reply.getNumber("ok").intValue() == 0) {
            return new Outcome.Refused(reply.getInt32("code").getValue());
        }
        if (reply.containsKey("writeErrors")) {
            BsonDocument error = reply.getArray("writeErrors").get(0).asDocument();
            return new Outcome.Refused(error.getInt32("code").getValue());
        }
        BsonValue expected = expected(feature);
        BsonValue actual = actual(feature, reply);
        return matches(expected, actual) ? new Outcome.Works() : new Outcome.Wrong(actual);
    }

    private static String command(Feature feature) {
        String run = feature.run();
        return switch (feature.kind()) {
            case "filter" -> "{find: 'd', filter: " + run + "}";
            case "update" -> "{update: 'd', updates: [{q: {_id: 1}, u: " + run + "}]}";
            case "stage" -> "{aggregate: 'd', pipeline: " + run + ", cursor: {}}";
            case "group" -> "{aggregate: 'd', pipeline: [{$group: {_id: null, r: " + run + "}}], cursor: {}}";
            case "expr" ->
                "{aggregate: 'd', pipeline: [{$match: {_id: 1}}, {$project: {_id: 0, r: " + run + "}}], cursor: {}}";
            default -> run;
        };
    }

    private static BsonValue expected(Feature feature) {
        return switch (feature.kind()) {
            case "filter" -> ids(feature.expected());
            default -> value(feature.expected());
        };
    }

    private static BsonValue value(String json) {
        return Objects.requireNonNull(BsonDocument.parse("{v: " + json + "}").get("v"));
    }

    private static BsonArray ids(String text) {
        BsonArray ids = new BsonArray();
        Arrays.stream(text.split(" ", -1))
                .filter(id -> !id.isEmpty())
                .forEach(id -> ids.add(new BsonInt32(Integer.parseInt(id))));
        return ids;
    }

    private BsonValue actual(Feature feature, BsonDocument reply) {
        return switch (feature.kind()) {
            case "filter" -> new BsonArray(EmbeddedTest.ids(reply));
            case "update" ->
                Shell.documents(shell.run("{find: 'd', filter: {_id: 1}}")).getFirst();
            case "stage" -> new BsonArray(Shell.documents(reply));
            case "group", "expr" -> Shell.documents(reply).getFirst().get("r", new BsonString(EMPTY));
            default -> reply;
        };
    }

    /** Numbers are equal by value; a document may have more fields than expected, but for the marker of none. */
    private static boolean matches(BsonValue expected, BsonValue actual) {
        return switch (expected) {
            case BsonNumber number ->
                actual instanceof BsonNumber other && decimal(number).compareTo(decimal(other)) == 0;
            case BsonDocument document ->
                actual instanceof BsonDocument other
                        && document.entrySet().stream().allMatch(field -> field(field, other));
            case BsonArray array -> actual instanceof BsonArray other && elements(array, other);
            default -> expected.equals(actual);
        };
    }

    private static boolean field(Map.Entry<String, BsonValue> expected, BsonDocument actual) {
        BsonValue value = actual.get(expected.getKey());
        return value == null ? expected.getValue().equals(new BsonString(EMPTY)) : matches(expected.getValue(), value);
    }

    private static boolean elements(List<BsonValue> expected, List<BsonValue> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(BsonNumber number) {
        return BigDecimal.valueOf(number.doubleValue());
    }

    /** What a feature comes to. */
    sealed interface Outcome {

        /** It answers as MongoDB does. */
        record Works() implements Outcome {}

        /** It answers an error. */
        record Refused(int code) implements Outcome {}

        /** It answers something else: what must not be. */
        record Wrong(BsonValue answer) implements Outcome {}
    }
}
