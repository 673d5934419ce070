package io.telamon.engine.remote;

import java.util.List;
import java.util.Set;
import org.bson.BsonValue;

/**
 * Conditions on the events of a change stream. A condition on the name of a database would be compared with the name behind the prefix; such
 * streams are of one database anyhow.
 */
final class ChangeEventFilter {

    private static final Set<String> NAMING = Set.of("ns", "ns.db", "to", "to.db");

    private ChangeEventFilter() {}

    static void check(List<PrefixedPipelines.Stage> stages) throws RefusedException {
        for (PrefixedPipelines.Stage stage : stages) {
            if (stage.name().equals("$match") && names(stage.value())) {
                throw RefusedException.notSupported(
                        "a condition on the database of an event is not supported; watch the database instead");
            }
        }
    }

    private static boolean names(BsonValue condition) {
        if (condition.isArray()) {
            return condition.asArray().stream().anyMatch(ChangeEventFilter::names);
        }
        return condition.isDocument()
                && condition.asDocument().entrySet().stream()
                        .anyMatch(entry -> NAMING.contains(entry.getKey())
                                || (entry.getKey().startsWith("$") && names(entry.getValue())));
    }
}
